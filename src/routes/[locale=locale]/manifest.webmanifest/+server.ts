import { base } from '$lib/i18n/paths';
import { m } from '$lib/i18n/paraglide/messages';
import { locales, type Locale } from '$lib/i18n/paraglide/runtime';
import { SHARE_PAGE } from '$lib/pwa/shared-text';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => locales.map((locale) => ({ locale }));

/**
 * The web app manifest of one language. Both name the same `id`, so that a change of language is an update of the one
 * installed app. The id is absolute with the sub-path: a relative one would resolve against the origin alone
 * and two installations on one host would be taken for the same app.
 */
export const GET: RequestHandler = ({ params }) => {
  const locale = params.locale as Locale;
  const icon = (name: string, sizes: string, purpose: string, type = 'image/png') => ({
    src: `${base}/${name}`,
    sizes,
    type,
    purpose
  });
  const screenshot = (form: 'narrow' | 'wide', sizes: string, label: string) => ({
    src: `${base}/screenshots/${form}-${locale}.png`,
    sizes,
    type: 'image/png',
    form_factor: form,
    label
  });
  const small = [icon('icons/icon-192.png', '192x192', 'any')];

  const manifest = {
    id: `${base}/`,
    name: m.manifest_name({}, { locale }),
    short_name: m.app_name({}, { locale }),
    description: m.manifest_description({}, { locale }),
    lang: locale,
    dir: 'ltr',
    start_url: `${base}/${locale}/`,
    scope: `${base}/`,
    display: 'standalone',
    display_override: ['standalone', 'minimal-ui'],
    orientation: 'any',
    theme_color: '#faf7f1',
    background_color: '#faf7f1',
    categories: ['medical', 'health', 'productivity'],
    icons: [
      ...small,
      icon('icons/icon-512.png', '512x512', 'any'),
      icon('icon.svg', 'any', 'any', 'image/svg+xml'),
      icon('icons/icon-maskable-512.png', '512x512', 'maskable'),
      icon('icons/icon-monochrome-512.png', '512x512', 'monochrome')
    ],
    screenshots: [
      screenshot('narrow', '780x1688', m.manifest_screenshot_narrow({}, { locale })),
      screenshot('wide', '1280x800', m.manifest_screenshot_wide({}, { locale }))
    ],
    // Taken by the worker, so that what is shared is sent to nobody, and stands in no address.
    share_target: {
      action: `${base}/${locale}/${SHARE_PAGE}/`,
      method: 'POST',
      enctype: 'multipart/form-data',
      params: { title: 'title', text: 'text', url: 'url' }
    },
    shortcuts: [
      {
        name: m.manifest_shortcut_new({}, { locale }),
        url: `${base}/${locale}/`,
        icons: small
      },
      {
        name: m.manifest_shortcut_how({}, { locale }),
        url: `${base}/${locale}/how-it-decides/`,
        icons: small
      }
    ]
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json' }
  });
};
