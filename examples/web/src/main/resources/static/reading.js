const { events, next } = document.currentScript.dataset;
const bar = document.querySelector('progress');
const source = new EventSource(events);

function show(step) {
  for (const part of document.querySelectorAll('[data-on]')) {
    if (part.hidden !== (part.dataset.on !== step)) part.hidden = !part.hidden;
  }
}

function end(step) {
  source.close(); // else the browser would ask again
  bar.hidden = true;
  show(step);
}

source.addEventListener('progress', ({ data }) => {
  const { done, known } = JSON.parse(data);
  if (known > 0) {
    show('progress');
    bar.max = known;
    bar.value = done;
    document.getElementById('count').textContent = `${done} of ${known} files`;
  }
});
source.addEventListener('complete', () => {
  source.close();
  location.replace(next);
});
source.addEventListener('incomplete', () => end('incomplete'));
source.addEventListener('failed', () => end('failed'));
source.addEventListener('error', () => end('failed'));
