import type { ExploringTexts } from './sv.ts'

const several = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** The same words in English. */
export const en: ExploringTexts = {
  relation: {
    caution: 'A correlation is not a cause.',
    noPairs: 'No municipality has values for both indicators. Choose another year or another indicator.',
    turnAxes: 'Let the indicators change places',
    axes: (along, up) => `Along: ${along} · up: ${up}`,
    dots: 'a dot is a municipality',
    groupDots: (group) => `filled: ${group}`,
    line: 'dashed: regression line with 95% interval',
    correlation: (r, count) => `correlation ${r} (${several(count, 'municipality', 'municipalities')})`,
    processing: 'Line and correlations',
  },
  similar: {
    groupName: (name) => `Like ${name}`,
    use: 'Compare with these on every page',
    subtitle: (name) =>
      `Difference from ${name} in standard deviations, one measure at a time · left is lower, right is higher · behind the name: the distance`,
    processing: 'Distances',
    distance: 'Distance',
    part: (percent) => `${percent}% of the distance`,
    weightsTitle: 'What likeness is counted on',
    weightsLead: 'Drag the weight of what should matter more or less. Zero means not at all.',
    add: 'Add a measure',
    leaveOut: (name) => `Take out ${name}`,
    standard: 'Back to the usual measures and weights',
    pickerTitle: 'Own group',
    pickerLead:
      'Put together the municipalities you want to compare with. The group stands in the address of the page and follows to every page; keep it to find it here again.',
    startFrom: (name) => `Begin with ${name}`,
    name: 'Name of the group',
    addMember: 'Add a municipality',
    addCounty: 'Add a county',
    members: (count) => `${several(count, 'municipality', 'municipalities')} in the group`,
    map: 'Click the map to take a municipality in or out',
    compare: 'Compare',
    keep: 'Keep in this browser',
    putAway: 'Put the group away',
    kept: 'Kept groups',
    forget: (name) => `Forget the group ${name}`,
  },
  selection: {
    title: 'My selection',
    lead: (count) =>
      `${several(count, 'figure', 'figures')} in your own order. All of it stands in the address of the page, so that it can be sent; it is kept in this browser too.`,
    shared: (count) =>
      `This is another selection than the one kept in this browser. Your own has ${several(count, 'figure', 'figures')} and gives way if you change anything here.`,
    showOwn: 'Show my own',
    emptyTitle: 'The selection is empty',
    emptyDetail: 'Choose “Add to selection” below a figure on any other page, and it is collected here.',
    brokenTitle: 'The link to the selection is cut off',
    brokenDetail: 'Ask whoever sent it to copy the link again, or open “My selection” in the menu to see your own.',
    goneTitle: 'The figure is no longer there',
    goneDetail: 'The numbers that the figure showed are not in the release that is shown now.',
    place: (at, of) => `Figure ${at} of ${of}`,
    up: (name) => `Move up: ${name}`,
    down: (name) => `Move down: ${name}`,
    leaveOut: (name) => `Take out: ${name}`,
    ownTitle: 'Title',
    introduction: 'Introduction',
    comment: 'Comment',
    fieldFull: (longest) => `There is room for ${longest} characters at most. What did not fit is left out.`,
    tooLong:
      'The selection is too long for a link. It is kept in this browser: save it as a file to send it, or shorten the comments.',
    facts: {
      about: (names) => `${names.length === 1 ? 'Municipality' : 'Municipalities'}: ${names.join(', ')}`,
      comparedWith: (groups) => `Compared with: ${groups}`,
      release: (id) => `Release ${id}`,
      putTogether: (date) => `Put together ${date}`,
    },
    cover: 'About the selection',
    save: 'Save the selection as',
    saveAs: { docx: 'Word', pptx: 'PowerPoint', xlsx: 'Excel', zip: 'Vector pictures (ZIP)' },
    print: 'Print',
    copyLink: 'Copy the link',
    linkNotCopied: 'The browser did not allow copying. Copy the address in the address bar instead.',
    longTable: (rows) => `The table has ${rows} rows. It comes with the selection saved as Excel.`,
    making: 'Making the file …',
  },
}
