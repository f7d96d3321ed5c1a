// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { allExamples } from './allExamples.ts';
import { axeFindings } from './axeFindings.ts';
import { sheetExample } from './Dialog/Dialog.examples.tsx';

afterEach(cleanup);

const sources = Object.keys(import.meta.glob('./*/*.tsx'));

describe('every component', () => {
  it('has examples, a style or a drawing, and a folder of its own', () => {
    const folders = new Set(sources.map((path) => path.split('/')[1]));
    folders.delete('Svg');
    expect([...allExamples.keys()].sort()).toEqual([...folders].sort());
  });
});

describe.each([...allExamples])('%s', (_component, examples) => {
  it.each(examples.map((example) => [example.name, example] as const))(
    'has nothing for axe to say about: %s',
    async (_name, example) => {
      const { container } = render(example.render());
      expect(container.firstElementChild).not.toBeNull();
      expect(await axeFindings(container)).toEqual([]);
    },
  );
});

it('has nothing for axe to say about the sheet', async () => {
  const { container } = render(sheetExample.render());
  expect(await axeFindings(container)).toEqual([]);
});
