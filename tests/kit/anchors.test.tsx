import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AnchorsContext, createAnchors, useAnchor } from '#kit/anchors.ts';

function Named({ name, text }: { readonly name: string | null; readonly text: string }) {
  return <p ref={useAnchor(name)}>{text}</p>;
}

describe('anchors', () => {
  it('know an element by its key while it is on the page', () => {
    const anchors = createAnchors();
    const page = (name: string | null) => (
      <AnchorsContext value={anchors}>
        <Named name={name} text="entry" />
      </AnchorsContext>
    );
    const { rerender, unmount } = render(page('entry/left/1'));
    expect(anchors.get('entry/left/1')?.textContent).toBe('entry');
    rerender(page('entry/left/2'));
    expect(anchors.get('entry/left/1')).toBeNull();
    expect(anchors.get('entry/left/2')?.textContent).toBe('entry');
    rerender(page(null));
    expect(anchors.get('entry/left/2')).toBeNull();
    rerender(page('entry/left/2'));
    unmount();
    expect(anchors.get('entry/left/2')).toBeNull();
  });

  it('keep the newer element when an older one with the same key goes away later', () => {
    const anchors = createAnchors();
    const old = document.createElement('i');
    const fresh = document.createElement('b');
    const forgetOld = anchors.register('packet/left', old);
    anchors.register('packet/left', fresh);
    forgetOld();
    expect(anchors.get('packet/left')).toBe(fresh);
  });
});
