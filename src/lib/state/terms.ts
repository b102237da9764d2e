/** Raised when the terms change in substance: they are then shown and accepted anew. */
export const TERMS_VERSION = '1';
