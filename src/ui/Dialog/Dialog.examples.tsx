import { Button } from '../Button/Button.tsx';
import { type Example, nothing } from '../example.ts';
import { Dialog } from './Dialog.tsx';

export const examples: readonly Example[] = [
  {
    name: 'a question',
    render: () => (
      <Dialog
        open={true}
        title="Bara jag ser skärmen nu?"
        onClose={nothing}
        actions={
          <>
            <Button onClick={nothing}>Avbryt</Button>
            <Button kind="filled" onClick={nothing}>
              Ja, bara jag
            </Button>
          </>
        }
      >
        <p>Det som bara är för dig syns igen.</p>
      </Dialog>
    ),
  },
];

/** Open dialogs cover the gallery, so the sheet is only for the test. */
export const sheetExample: Example = {
  name: 'a sheet',
  render: () => (
    <Dialog open={true} kind="sheet" title="Hjälp i svåra lägen" onClose={nothing}>
      <p>Ta en paus.</p>
      <Button onClick={nothing}>Stäng</Button>
    </Dialog>
  ),
};
