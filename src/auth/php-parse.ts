import {
  arrayKey,
  type PhpValue,
  type SessionVariables,
} from './php-serialize.ts';

/** What is wrong with a session text: where PHP would have written something else, or where it says less than it promised. */
export type PhpFaultCode =
  | 'name'
  | 'type'
  | 'number'
  | 'length'
  | 'utf-8'
  | 'delimiter'
  | 'key'
  | 'depth';

export type SessionReading =
  | { readonly ok: true; readonly variables: SessionVariables }
  /** `offset` in bytes. */
  | {
      readonly ok: false;
      readonly fault: PhpFaultCode;
      readonly offset: number;
    };

const MAX_DEPTH = 32;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads what `serializeSession` writes, and nothing else: strict, total, and without objects (`O:`), because making objects
 * out of a file that somebody may have written is how code gets injected.
 */
export function parseSession(text: string): SessionReading {
  const reader = new Reader(encoder.encode(text));
  const variables = new Map<string, PhpValue>();
  try {
    while (!reader.atEnd) {
      const name = reader.variableName();
      if (variables.has(name)) throw reader.fault('name');
      variables.set(name, reader.value(0));
    }
  } catch (error) {
    if (error instanceof Fault)
      return { ok: false, fault: error.code, offset: error.offset };
    throw error;
  }
  return { ok: true, variables };
}

class Fault extends Error {
  readonly code: PhpFaultCode;
  readonly offset: number;

  constructor(code: PhpFaultCode, offset: number) {
    super(code);
    this.code = code;
    this.offset = offset;
  }
}

/** A place in the bytes that only moves forward. */
class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;
  /** Where the piece read last begins. */
  #piece = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  fault(code: PhpFaultCode): Fault {
    return new Fault(code, this.#piece);
  }

  variableName(): string {
    const name = this.#until('|', 'name');
    if (name === '') throw this.fault('name');
    return name;
  }

  value(depth: number): PhpValue {
    const type = this.#take(1, 'type');
    switch (type) {
      case 'N':
        this.#expect(';');
        return null;
      case 'b':
        this.#expect(':');
        return this.#boolean();
      case 'i':
        this.#expect(':');
        return this.#integer(this.#until(';', 'number'));
      case 's':
        this.#expect(':');
        return this.#string();
      case 'a':
        this.#expect(':');
        return this.#array(depth + 1);
      default:
        throw this.fault('type');
    }
  }

  #boolean(): boolean {
    const digit = this.#until(';', 'number');
    if (digit !== '0' && digit !== '1') throw this.fault('number');
    return digit === '1';
  }

  #integer(digits: string): number {
    const number = Number(digits);
    if (!/^(?:0|-?[1-9]\d*)$/.test(digits) || !Number.isSafeInteger(number))
      throw this.fault('number');
    return number;
  }

  #count(): number {
    const count = this.#integer(this.#until(':', 'number'));
    if (count < 0) throw this.fault('number');
    return count;
  }

  #string(): string {
    const length = this.#count();
    this.#expect('"');
    const content = this.#take(length, 'length');
    this.#expect('";');
    return content;
  }

  #array(depth: number): PhpValue {
    if (depth > MAX_DEPTH) throw this.fault('depth');
    const size = this.#count();
    this.#expect('{');
    const members = new Map<string | number, PhpValue>();
    while (members.size < size) {
      const key = this.value(depth);
      const isKey = typeof key === 'string' || typeof key === 'number';
      if (!isKey || arrayKey(key) !== key || members.has(key))
        throw this.fault('key');
      members.set(key, this.value(depth));
    }
    this.#expect('}');
    return members;
  }

  #expect(text: string): void {
    if (this.#take(text.length, 'delimiter') !== text)
      throw this.fault('delimiter');
  }

  #until(end: string, code: PhpFaultCode): string {
    const stop = this.#bytes.indexOf(end.charCodeAt(0), this.#at);
    if (stop < 0) throw new Fault(code, this.#at);
    const text = this.#take(stop - this.#at, code);
    this.#at += 1;
    return text;
  }

  #take(length: number, code: PhpFaultCode): string {
    this.#piece = this.#at;
    const end = this.#at + length;
    if (end > this.#bytes.length) throw this.fault(code);
    this.#at = end;
    try {
      return decoder.decode(this.#bytes.subarray(this.#piece, end));
    } catch {
      throw this.fault('utf-8');
    }
  }
}
