/** **Skydda uppgifterna**: password, reserve code, own details. The vault is on disk before the code is shown. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useT } from '../../../i18n/useT.ts';
import { PageFrame } from '../../../ui/PageFrame/PageFrame.tsx';
import { Stepper } from '../../../ui/Stepper/Stepper.tsx';
import { TopBar } from '../../../ui/TopBar/TopBar.tsx';
import { emptyOrganisation, emptyPerson } from '../../session/details.ts';
import { type Details, DetailsForm } from './DetailsForm.tsx';
import { PasswordStep, type PasswordVerdict } from './PasswordStep.tsx';
import { ReserveCodeStep } from './ReserveCodeStep.tsx';
import '../views.css';
import './welcome.css';

export interface ToldOrganisation {
  readonly name: string;
  readonly fingerprint: string;
}

export interface ProtectViewProps {
  /** Whose recovery key the vault is also sealed to; null where there is none. Told before anybody goes on. */
  readonly organisation: () => Promise<ToldOrganisation | null>;
  readonly takenNames: readonly string[];
  readonly judge: (password: string) => Promise<PasswordVerdict>;
  readonly suggest: () => Promise<string>;
  /** Makes the vault; the groups of the reserve code, or words for a person. */
  readonly createVault: (choice: {
    shortName: string;
    password: string;
  }) => Promise<{ groups: readonly string[] } | { trouble: string }>;
  readonly saveDetails: (details: Details) => Promise<string | null>;
  /** False where they come from another device. */
  readonly asksDetails?: boolean;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

type Step = 'password' | 'reserveCode' | 'details';
const steps: readonly Step[] = ['password', 'reserveCode', 'details'];

const titleOf = {
  password: 'vault:protect.title',
  reserveCode: 'vault:reserve.title',
  details: 'vault:details.title',
} as const;

export function ProtectView(props: ProtectViewProps): JSX.Element {
  const t = useT();
  const { asksDetails = true } = props;
  const shown = asksDetails ? steps : steps.filter((id) => id !== 'details');
  const [step, setStep] = useState<Step>('password');
  const [groups, setGroups] = useState<readonly string[]>([]);
  const [shortName, setShortName] = useState('');
  useEffect(() => {
    if (step !== 'password') document.querySelector('h1')?.focus();
  }, [step]);

  return (
    <PageFrame
      title={t(titleOf[step])}
      top={
        step === 'password' ? (
          <TopBar back={{ label: t('common:action.back'), onClick: props.onBack }} />
        ) : (
          <TopBar title={t('common:app')} />
        )
      }
      left={
        <Stepper
          label={t('vault:steps.label')}
          steps={shown.map((id) => ({
            id,
            label: t(`vault:steps.${id}`),
            state:
              id === step ? 'present' : steps.indexOf(id) < steps.indexOf(step) ? 'done' : 'coming',
          }))}
        />
      }
    >
      {step === 'password' && (
        <PasswordStep
          organisation={props.organisation}
          takenNames={props.takenNames}
          judge={props.judge}
          suggest={props.suggest}
          onChosen={async (choice) => {
            const made = await props.createVault(choice);
            if ('trouble' in made) return made.trouble;
            setGroups(made.groups);
            setShortName(choice.shortName);
            setStep('reserveCode');
            return null;
          }}
        />
      )}
      {step === 'reserveCode' && (
        <ReserveCodeStep
          groups={groups}
          shortName={shortName}
          onSaved={() => {
            setGroups([]);
            if (asksDetails) setStep('details');
            else props.onDone();
          }}
        />
      )}
      {step === 'details' && (
        <DetailsForm
          details={{ person: emptyPerson, organisation: emptyOrganisation }}
          onSave={async (details) => {
            const trouble = await props.saveDetails(details);
            if (trouble === null) props.onDone();
            return trouble;
          }}
          onLater={props.onDone}
        />
      )}
    </PageFrame>
  );
}
