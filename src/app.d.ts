declare global {
  /** The path below which the app is served, without a slash at its end; put in by vite.config.ts. */
  const __BASE_PATH__: string;

  namespace App {
    interface Error {
      message: string;
    }
  }
}

export {};
