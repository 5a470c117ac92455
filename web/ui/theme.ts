import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Warm neutrals, from paper to ink. */
const gray: MantineColorsTuple = ['#faf8f5', '#f4f1ec', '#e9e4dc', '#d9d2c7', '#b9b0a2', '#8f8575', '#6b6254', '#504839', '#352f25', '#1f1b14'];

/** The same warmth by night; Mantine reads text from the front and surfaces from the back. */
const dark: MantineColorsTuple = ['#efebe4', '#cfc8bc', '#ada598', '#7f776a', '#4c463d', '#3a352e', '#2a2621', '#1a1815', '#131210', '#0b0a09'];

/** The one vivid colour: the blue of a harbour signal flag. Red, amber and green are left to verdicts. */
const harbour: MantineColorsTuple = ['#eef1ff', '#dde3ff', '#b8c3ff', '#8f9fff', '#6c80fb', '#4c62f4', '#3047e8', '#2337cf', '#1b2ca8', '#17257f'];

const green: MantineColorsTuple = ['#e9f7ef', '#d2eddd', '#a5dbbc', '#74c897', '#4bb578', '#2a9d5f', '#1d804c', '#16683e', '#105031', '#0a3822'];
const amber: MantineColorsTuple = ['#fff6e5', '#ffeac6', '#ffd58b', '#fdbd4a', '#f3a51d', '#d68a06', '#a96a00', '#865300', '#643e00', '#432900'];
const red: MantineColorsTuple = ['#feeeec', '#fcdad6', '#f7b1aa', '#f0847a', '#e75c50', '#d93c30', '#bd2b21', '#9b211a', '#771a15', '#53120f'];

export const theme = createTheme({
  colors: { gray, dark, harbour, green, amber, red },
  primaryColor: 'harbour',
  primaryShade: { light: 6, dark: 5 },
  autoContrast: true,
  black: '#1f1b14',
  fontFamily: 'var(--type-text)',
  fontFamilyMonospace: 'var(--type-code)',
  headings: { fontFamily: 'var(--type-text)', fontWeight: '680', textWrap: 'balance' },
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '24px' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
    NativeSelect: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Alert: { defaultProps: { radius: 'lg' }, styles: { message: { fontSize: '1rem' }, title: { fontSize: '1rem' } } },
    Anchor: { defaultProps: { underline: 'always' } },
  },
});
