import { readChangelog } from '$lib/pwa/changelog';
import { json } from '@sveltejs/kit';
import en from '../../../CHANGELOG.md?raw';
import fr from '../../../CHANGELOG.fr.md?raw';
import type { RequestHandler } from './$types';

export const prerender = true;

/** What an update brings, told by the new version itself before it replaces the old one. */
export const GET: RequestHandler = () => json({ fr: readChangelog(fr), en: readChangelog(en) });
