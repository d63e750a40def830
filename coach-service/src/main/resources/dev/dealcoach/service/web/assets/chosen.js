// Files that somebody chooses.

/**
 * Hands every choice of files to `take`, as an array, and empties the input, so that the same file can be chosen
 * again. What was chosen while this page was still loading counts as well.
 */
export function onChosen(input, take) {
  const chosen = () => {
    const files = [...input.files];
    input.value = '';
    if (files.length) take(files);
  };
  input.addEventListener('change', chosen);
  // when the script that asks has run to its end
  queueMicrotask(chosen);
}
