export const account = {
  menu: "Account",
  signOut: "Sign out",
  signOutFailed: "The server did not answer, so you are still signed in. Try again in a moment.",
  theme: "Theme",
  light: "Light",
  dark: "Dark",
  auto: "Same as system",
};
