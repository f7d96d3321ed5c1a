import { Button } from '../Button/Button.tsx';
import { type Example, nothing } from '../example.ts';
import { Field } from '../Field/Field.tsx';
import { Stepper } from '../Stepper/Stepper.tsx';
import { TopBar } from '../TopBar/TopBar.tsx';
import { PageFrame } from './PageFrame.tsx';

export const examples: readonly Example[] = [
  {
    name: 'with steps to the left',
    render: () => (
      <PageFrame
        title="Skydda uppgifterna"
        lead="Välj ett lösenord som bara du kan."
        top={<TopBar back={{ label: 'Välkommen', onClick: nothing }} />}
        left={
          <Stepper
            label="Steg"
            steps={[
              { id: 'a', label: 'Lösenord', state: 'done' },
              { id: 'b', label: 'Reservkod', state: 'present' },
              { id: 'c', label: 'Mina uppgifter', state: 'coming' },
            ]}
          />
        }
        foot={
          <Button kind="quiet" onClick={nothing}>
            Hjälp
          </Button>
        }
      >
        <Field label="Lösenord" kind="password" value="" onInput={nothing} />
        <div>
          <Button kind="filled" size="large" onClick={nothing}>
            Fortsätt
          </Button>
        </div>
      </PageFrame>
    ),
  },
  {
    name: 'without',
    render: () => (
      <PageFrame title="Ny SIP" top={<TopBar back={{ label: 'Dagens möte', onClick: nothing }} />}>
        <Field label="Vems plan är det?" value="Lars" onInput={nothing} />
      </PageFrame>
    ),
  },
];
