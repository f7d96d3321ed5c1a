import { type Example, nothing } from '../example.ts';
import { TextSpliceField } from './TextSpliceField.tsx';

export const examples: readonly Example[] = [
  {
    name: 'one line',
    render: () => (
      <TextSpliceField
        maxLength={500}
        label="Vad ska göras?"
        value="Boendestöd på morgonen"
        onSplice={nothing}
      />
    ),
  },
  {
    name: 'several lines',
    render: () => (
      <TextSpliceField
        maxLength={500}
        label="Vad är viktigt för Lars?"
        multiline={true}
        value="Behålla gården och kunna sova."
        onSplice={nothing}
      />
    ),
  },
];
