import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What a browser makes of HTML, by a parser that has nothing in common with the one under test. */
export interface ParsedElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Names of the elements around it, the innermost first. */
  around: readonly string[];
}

export function elementsOf(html: string): ParsedElement[] {
  return elementsBelow(parseFragment(html).childNodes, []);
}

/** Text that a reader sees, as it stands: nothing of scripts, styles, frames and comments. */
export function visibleText(html: string): string {
  return textBelow(parseFragment(html).childNodes);
}

const UNSEEN = new Set(['script', 'style', 'iframe', 'noscript', 'template']);

function elementsBelow(nodes: readonly Node[], around: readonly string[]): ParsedElement[] {
  return nodes.filter(isElement).flatMap((element) => {
    const { tagName: name, attrs, childNodes } = element;
    const attributes = Object.fromEntries(attrs.map((attribute) => [attribute.name, attribute.value]));
    return [{ name, attributes, around }, ...elementsBelow(childNodes, [name, ...around])];
  });
}

function textBelow(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (isElement(node)) return UNSEEN.has(node.tagName) ? '' : textBelow(node.childNodes);
      return 'value' in node ? node.value : '';
    })
    .join('');
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}
