namespace SurvivalKit.Cli;

/// <summary>The script of the page of an audit: the panel of a chosen number, the arrow keys in a table, the filter, links to what is
/// folded.</summary>
internal static class AuditPageScript
{
    public const string Text = """
        (function () {
          function all(selector, within) { return [].slice.call((within || document).querySelectorAll(selector)); }
          function byId(id) { return document.getElementById(id); }
          var panel = byId('panel'), chosen = null;
          function say(tag, text) { var e = document.createElement(tag); e.textContent = text; return e; }
          function link(text, href) { var a = say('a', text); a.href = href; return a; }

          // The row in the list has the arithmetic; the panel shows it beside the table.
          function show(number) {
            var row = byId(number.hash.slice(1)), cells = row.cells, p;
            if (chosen) chosen.classList.remove('chosen');
            chosen = number;
            number.classList.add('chosen');
            panel.textContent = '';
            var close = say('button', 'Close');
            close.type = 'button';
            close.addEventListener('click', function () { hide(); number.focus(); });
            panel.appendChild(close);
            p = say('p', '');
            p.appendChild(say('b', cells[0].textContent));
            panel.appendChild(p);
            p = say('p', 'printed ' + cells[1].textContent + ' ');
            p.appendChild(cells[2].firstChild.cloneNode(true));
            if (cells[3].textContent.trim()) p.appendChild(document.createTextNode(' computed ' + cells[3].textContent));
            panel.appendChild(p);
            p = document.createElement('p');
            [].forEach.call(cells[4].childNodes, function (node) { p.appendChild(node.cloneNode(true)); });
            panel.appendChild(p);
            p = say('p', '');
            p.appendChild(link('Link to this number', number.hash));
            if (row.dataset.cell) {
              p.appendChild(document.createTextNode(' · '));
              p.appendChild(link('Computed in the notebook', '#' + row.dataset.cell));
            }
            panel.appendChild(p);
            panel.hidden = false;
          }
          function hide() { panel.hidden = true; if (chosen) chosen.classList.remove('chosen'); chosen = null; }
          function focus(number) {
            all('.n[tabindex="0"]', number.closest('table')).forEach(function (other) { other.tabIndex = -1; });
            number.tabIndex = 0;
            number.focus();
          }
          all('table.printed').forEach(function (table) {
            table.addEventListener('focusin', function (event) { if (event.target.matches('.n')) show(event.target); });
            table.addEventListener('mouseover', function (event) {
              if (event.target.matches('.n') && !table.contains(document.activeElement)) show(event.target);
            });
            table.addEventListener('click', function (event) {
              if (!event.target.matches('.n')) return;
              event.preventDefault();
              focus(event.target);
              show(event.target);
              history.replaceState(null, '', event.target.hash);
            });
            table.addEventListener('keydown', function (event) {
              var number = event.target, to, row, rows, at;
              if (!number.matches('.n') || event.ctrlKey || event.metaKey || event.altKey) return;
              var numbers = all('.n', table), place = numbers.indexOf(number);
              row = number.closest('tr');
              rows = [].slice.call(table.rows);
              at = all('.n', row).indexOf(number);
              function below(step) {
                for (var i = rows.indexOf(row) + step; i >= 0 && i < rows.length; i += step) {
                  var cell = rows[i].cells[number.closest('td, th').cellIndex], own = cell && all('.n', cell);
                  if (own && own.length) return own[Math.min(own.length - 1, all('.n', number.closest('td, th')).indexOf(number))];
                }
              }
              switch (event.key) {
                case 'ArrowRight': to = numbers[place + 1]; break;
                case 'ArrowLeft': to = numbers[place - 1]; break;
                case 'ArrowDown': to = below(1); break;
                case 'ArrowUp': to = below(-1); break;
                case 'Home': to = event.shiftKey ? numbers[0] : all('.n', row)[0]; break;
                case 'End': to = event.shiftKey ? numbers[numbers.length - 1] : all('.n', row).pop(); break;
                default: return;
              }
              event.preventDefault();
              if (to) focus(to);
            });
          });
          document.addEventListener('keydown', function (event) { if (event.key === 'Escape') hide(); });

          var form = byId('narrow'), box = document.querySelector('.claim-box'), rows = all('.claims tr[data-verdict]'), filtered = false;
          var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
          function isOf(row, verdict) { return !row.hidden && (verdict === 'all' || row.dataset.verdict === verdict); }
          function choose() {
            var shown = 0, place = form.elements.place.value, words = form.elements.words.value.toLowerCase().trim();
            var verdict = document.querySelector('#filter [name=verdict]:checked').value;
            var on = !!(place || words || verdict !== 'all');
            rows.forEach(function (row, i) {
              row.hidden = texts[i].indexOf(words) < 0;
              if (isOf(row, verdict) && (!place || row.closest('.place').dataset.place === place)) shown++;
            });
            if (on !== filtered) {
              all('.place, .list', box).forEach(function (one) {
                if (on) { one.dataset.was = one.open ? '1' : ''; one.open = true; } else { one.open = !!one.dataset.was; }
              });
              filtered = on;
              box.classList.toggle('filtering', on);
            }
            all('.place', box).forEach(function (one) {
              var isEmpty = !all('tr[data-verdict]', one).some(function (row) { return isOf(row, verdict); });
              one.hidden = on && (isEmpty || (!!place && one.dataset.place !== place));
            });
            form.querySelector('output').textContent = on ? shown + ' of ' + rows.length + ' numbers' : '';
          }
          form.hidden = false;
          byId('filter').addEventListener('input', choose);
          form.addEventListener('submit', function (event) { event.preventDefault(); });

          // A link leads to what is folded, whatever is chosen; one to a number leads to its place in the table.
          function arrive() {
            var target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
            if (!target) return;
            if (target.matches('.claims tr') && filtered) { byId('show-all').checked = true; form.reset(); choose(); }
            var number = target.matches('.claims tr') && document.querySelector('.n[href="' + location.hash + '"]');
            var goal = number || target, list = target.closest('.list');
            if (number && list) list.open = false;
            for (var e = goal; e; e = e.parentElement) if (e.tagName === 'DETAILS') e.open = true;
            goal.scrollIntoView({ block: number ? 'center' : 'start' });
            if (number) focus(number);
          }
          window.addEventListener('hashchange', arrive);
          // After the browser has gone to the row in the list itself.
          window.addEventListener('load', function () { setTimeout(arrive); });

          var copy = byId('copy'), paste = byId('paste');
          copy.hidden = false;
          copy.addEventListener('click', function () {
            var range = document.createRange();
            range.selectNodeContents(paste);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
            copy.textContent = document.execCommand('copy') ? 'Copied' : 'Selected';
          });
          window.addEventListener('beforeprint', function () {
            all('.findings details, .place').forEach(function (one) { one.open = true; });
          });
        })();
        """;
}
