// Where a survey here may differ from survey-core: each a fault of the other side or a safety limit.
// `applies` gets { definition, action, facet, name, ours, theirs }.
export const acceptedDifferences = [];
