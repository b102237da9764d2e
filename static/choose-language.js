(() => {
  let locale;
  try {
    locale = JSON.parse(localStorage.getItem('calcinote.preferences') || '{}').locale;
  } catch {
    // Storage refused or spoiled: the browser's languages decide.
  }
  if (locale !== 'fr' && locale !== 'en') {
    const first = navigator.languages.find((language) => /^(fr|en)\b/i.test(language));
    locale = first && /^en/i.test(first) ? 'en' : 'fr';
  }
  location.replace(`${locale}/${location.hash}`);
})();
