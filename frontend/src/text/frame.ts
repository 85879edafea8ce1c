/** What surrounds every screen, and what goes wrong on any of them. */

export const frame = {
  brand: "Afterview",


  skip: "Skip to the page",

  nav: { label: "Main", today: "Today", applications: "Applications", import: "Import", settings: "Settings" },

  yourTime: (now: string, place: string) => `Your time: ${now}, ${place}`,

  nothingSent: "Nothing is sent without you.",

  time: {
    today: "today",
    tomorrow: "tomorrow",
    yesterday: "yesterday",
    inPlace: (time: string, place: string) => `${time} in ${place}`,
    whenThere: (there: string) => `(${there})`,
  },

  loading: "One moment …",

  offline: (since: string) => `You are offline. This is from ${since}.`,

  problem: {
    title: "This page did not come",
    unsaved: "That did not save. Your text is still here. Try again.",
    unchanged: "That did not save. Nothing has changed. Try again.",
    offlinePress: "You are offline, so that did not save. Nothing has changed. Try again when you are back.",
    offlineSave: "You are offline, so that did not save. Your text is still here. Try again when you are back.",
    offlineRead: "You are offline, and this page has not been read yet. It will appear when you are back.",
    unread: "This could not be read. Nothing is lost. Try again.",
    notFound: "There is nothing at this address. It may have been deleted.",
    tooOften: "That was too many tries at once. Wait a minute, then try again.",
    lookAgain: "Some fields need another look.",
    again: "Try again",
    home: "Back to Today",
  },

  notice: { undo: "Undo", undone: "Undone. Everything is as it was.", close: "Close this message" },

  nowhere: { title: "There is nothing here", lede: "This address leads nowhere." },

  optional: "optional",
};
