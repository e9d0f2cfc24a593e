import { parseSync, Visitor } from 'oxc-parser';
import type { SourceFile } from './vite/extract-regions.ts';

/** One module that a file names, however it does. */
export interface ImportOf {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
}

/**
 * Every module that a file imports: statically, by re-export, by `import()`, by the type `import('…')`, or as the URL of a
 * worker or an asset (`new URL('./x.ts', import.meta.url)`).
 * @throws Error when the file cannot be parsed, or a dynamic import's module is not a plain string.
 */
export function parseImports({ file, source }: SourceFile): readonly ImportOf[] {
  const { program, errors } = parseSync(file, source);
  const [error] = errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  const found: ImportOf[] = [];
  const add = (specifier: string, at: number): void => {
    found.push({ file, specifier, line: lineAt(source, at) });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.start),
    ExportAllDeclaration: (node) => add(node.source.value, node.start),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node.source.value, node.start);
    },
    TSImportType: (node) => add(node.source.value, node.start),
    ImportExpression: (node) => {
      if (node.source.type !== 'Literal' || typeof node.source.value !== 'string') {
        throw new Error(`${file}:${lineAt(source, node.start)}: import() of something that is not a plain string`);
      }
      add(node.source.value, node.start);
    },
    NewExpression: (node) => {
      const [path, base] = node.arguments;
      const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL';
      const ofModule = base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
      if (isUrl && ofModule && path?.type === 'Literal' && typeof path.value === 'string') add(path.value, node.start);
    },
  }).visit(program);
  return found;
}

/** 1-based. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
