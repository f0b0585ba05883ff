import type { Element, ElementContent } from 'hast';
import { fold, textOf } from './clean.js';

/** A paragraph cut before its last sentence, which leads to the list or table below it. */
export interface CutParagraph {
  /** Null if the paragraph has no other sentence. */
  readonly rest: Element | null;
  readonly lead: string;
}

const LAST_SENTENCE = /^(.*(?:[^.][a-z)\d”’]|\))[.!?]”?) (?=\S)/s;

export function cutBeforeLead(paragraph: Element): CutParagraph {
  const { children } = paragraph;
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child?.type !== 'text') continue;
    const [whole, before = ''] = LAST_SENTENCE.exec(child.value) ?? [];
    if (whole === undefined) continue;
    const kept: ElementContent[] = [...children.slice(0, index), { ...child, value: before }];
    const led: ElementContent[] = [{ ...child, value: child.value.slice(whole.length) }, ...children.slice(index + 1)];
    return { rest: { ...paragraph, children: kept }, lead: fold(textOf({ ...paragraph, children: led })) };
  }
  return { rest: null, lead: textOf(paragraph) };
}

/** Whether a paragraph ends with a sentence that leads to what is below it. */
export const leads = (text: string): boolean => /:$|\b[Ff]ollowing (is|are) [^.:]*\.$/.test(text);
