import type { Node } from '../../src/web-client/markdown.js';

/** A tree in one line: `em{a}`, `link<url>{words}`, `list 1{a;b}`; text as it is. */
export function show(nodes: readonly Node[]): string {
  return nodes.map(one).join('');
}

function one(node: Node): string {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'strong':
    case 'em':
    case 'underline':
    case 'strike':
    case 'spoiler':
    case 'quote':
    case 'subtext':
      return `${node.type}{${show(node.children)}}`;
    case 'heading':
      return `h${node.level}{${show(node.children)}}`;
    case 'list':
      return `list${node.start === null ? '' : ` ${node.start}`}{${node.items.map(show).join(';')}}`;
    case 'code':
      return `code{${node.text}}`;
    case 'fence':
      return `fence${node.language === null ? '' : ` ${node.language}`}{${node.text}}`;
    case 'link':
      return node.masked ? `link<${node.url}>{${show(node.children)}}` : `link<${node.url}>`;
    case 'user':
    case 'role':
    case 'channel':
      return `${node.type}<${node.id}>`;
    case 'everyone':
      return `ping<${node.name}>`;
    case 'command':
      return `command<${node.name} ${node.id}>`;
    case 'emoji':
      return `emoji<${node.animated ? 'a:' : ''}${node.name} ${node.id}>`;
    case 'timestamp':
      return `time<${node.seconds} ${node.style}>`;
    case 'guide':
      return `guide<${node.to}>`;
  }
}
