import { type Example, nothing } from '../example.ts';
import { ChipGroup } from './ChipGroup.tsx';

const kinds = [
  { value: 'subgoal', label: 'Delmål' },
  { value: 'intervention', label: 'Insats' },
  { value: 'later', label: 'Ta upp senare' },
  { value: 'disagreement', label: 'Inte överens' },
] as const;

export const examples: readonly Example[] = [
  {
    name: 'one of several',
    render: () => (
      <ChipGroup
        label="Vilken mötescirkel passar?"
        size="large"
        options={[
          { value: 'barn', label: 'Barn' },
          { value: 'ungdom', label: 'Ungdom' },
          { value: 'vuxen', label: 'Vuxen' },
          { value: 'aldre', label: 'Äldre' },
        ]}
        value="vuxen"
        onChange={nothing}
      />
    ),
  },
  {
    name: 'one or none, without a seen label',
    render: () => (
      <ChipGroup
        label="Vad är raden?"
        hideLabel={true}
        allowNone={true}
        options={kinds}
        value="intervention"
        onChange={nothing}
      />
    ),
  },
  {
    name: 'several, label beside',
    render: () => (
      <ChipGroup
        label="Vem ska göra det?"
        layout="beside"
        mode="multi"
        options={[
          { value: 'lars', label: 'Lars själv' },
          { value: 'eva', label: 'Eva (region)' },
          { value: 'per', label: 'Per (kommun)' },
          { value: 'other', label: 'Annan …', disabled: true },
        ]}
        value={['eva', 'per']}
        onChange={nothing}
      />
    ),
  },
];
