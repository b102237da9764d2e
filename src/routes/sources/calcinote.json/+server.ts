import { json } from '@sveltejs/kit';
import { REFERENCE } from '$lib/content/load.server';
import type { RequestHandler } from './$types';

export const prerender = true;

/** The bibliography in CSL-JSON. */
export const GET: RequestHandler = () => json(REFERENCE.bibliography);
