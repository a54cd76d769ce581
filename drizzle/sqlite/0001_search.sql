CREATE VIRTUAL TABLE live_search USING fts5(title, summary, text, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2');
