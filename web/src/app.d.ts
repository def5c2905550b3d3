import type { FrameViewer } from '#web/person/frame-viewer.ts';
import type { Language } from '#web/words/languages.ts';
import type { Theme } from '#web/frame/theme.ts';

declare global {
  namespace App {
    interface Error {
      /** What to tell us so that we find the failure in the log; missing when no request reached us. */
      requestId?: string;
      /** The page could not be loaded because there is no connection. */
      offline?: boolean;
    }
    interface Locals {
      language: Language;
      theme: Theme;
      /** The visitor's time zone as their browser told it before, or null on a first visit. */
      timeZone: string | null;
      requestId: string;
      /** From where this page may show a frame, which somebody asked for. */
      frameFrom?: string;
    }
    interface PageData {
      viewer: FrameViewer | null;
      /** Whether an edge stands before the server, which can give the crowd its streams. */
      atEdge?: boolean;
    }
    interface Platform {
      req?: import('node:http').IncomingMessage;
    }
  }
}
