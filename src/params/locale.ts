import type { ParamMatcher } from '@sveltejs/kit';
import { isLocale } from '$lib/i18n/paraglide/runtime';

export const match = ((param): param is 'fr' | 'en' => isLocale(param)) satisfies ParamMatcher;
