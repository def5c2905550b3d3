import { useEditorContext } from '@graphiql/react';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createElement, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { type Asking, createAsker } from './asking.ts';
import type { Example } from './examples.server.ts';

/** The editor in the page. */
export interface Editor {
  /** Puts an example in place of what is there. */
  show(example: Pick<Example, 'query' | 'variables'>): void;
  close(): void;
}

export interface EditorOptions {
  first: Pick<Example, 'query' | 'variables'> | undefined;
  theme: 'light' | 'dark';
  /** How a screen reader calls its parts. */
  names: Record<'query' | 'variables' | 'answer', string>;
  asking(): Asking;
}

/**
 * Opens GraphiQL in an element. It is written in React, which stands in this file alone and is fetched by this page
 * alone. What is typed into it is kept nowhere.
 */
export function openEditor(element: HTMLElement, { first, theme, names, asking }: EditorOptions): Editor {
  let show: Editor['show'] = () => undefined;

  /** Stands in its toolbar, and shows nothing: only from within its tree its fields can be reached. */
  function Reach(): null {
    const { queryEditor, variableEditor, responseEditor } = useEditorContext({ nonNull: true });
    useEffect(() => {
      const editors = [
        [queryEditor, names.query],
        [variableEditor, names.variables],
        [responseEditor, names.answer],
      ] as const;
      for (const [editor, name] of editors) {
        editor?.getInputField().setAttribute('aria-label', name);
        // Long ones are scrolled, by keyboard too.
        editor?.getScrollerElement().setAttribute('tabindex', '0');
      }
      show = ({ query, variables }) => {
        queryEditor?.setValue(query);
        variableEditor?.setValue(variables);
      };
    }, [queryEditor, variableEditor, responseEditor]);
    return null;
  }

  const root = createRoot(element);
  root.render(
    createElement(GraphiQL, {
      fetcher: createAsker(asking) as never,
      forcedTheme: theme,
      ...(first && { defaultQuery: first.query, variables: first.variables }),
      defaultEditorToolsVisibility: 'variables',
      isHeadersEditorEnabled: false,
      showPersistHeadersSettings: false,
      disableTabs: true,
      storage: inMemory(),
      toolbar: { additionalComponent: Reach },
    }),
  );
  return { show: (example) => show(example), close: () => root.unmount() };
}

/** Its drafts and settings, for as long as the page is open. */
function inMemory() {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
