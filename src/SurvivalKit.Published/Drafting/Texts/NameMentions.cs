namespace SurvivalKit.Published;

/// <summary>How well a sentence names a printed row near a number.</summary>
/// <param name="abbreviations">The abbreviations of the paper.</param>
internal sealed class NameMentions(Abbreviations abbreviations)
{
    private const int BehindCosts = 3;
    private const int HeadingIsAway = 60;

    private readonly Dictionary<PrintedName, List<IReadOnlyList<string>>> _forms = new(ReferenceEqualityComparer.Instance);

    /// <summary>Which part of the row's words stand in the sentence, and how far from the number the nearest is.</summary>
    /// <param name="name">The row.</param>
    /// <param name="words">The beginnings of the sentence's words, by place; those of the heading above it have the place -1.</param>
    /// <param name="first">The first token of the number.</param>
    /// <param name="end">The token behind it.</param>
    public (double Share, int Distance, int At) Of(PrintedName name, ILookup<string, int> words, int first, int end)
    {
        (double Share, int Distance, int At) best = (0, int.MaxValue, -1);
        foreach (IReadOnlyList<string> form in FormsOf(name))
        {
            int named = 0;
            int nearest = int.MaxValue;
            int at = -1;
            foreach (string stem in form)
            {
                bool isThere = false;
                foreach (int place in words[stem])
                {
                    isThere = true;
                    int away = place < 0 ? HeadingIsAway : place < first ? first - place : place - end + 1 + BehindCosts;
                    (nearest, at) = away < nearest ? (away, place) : (nearest, at);
                }

                named += isThere ? 1 : 0;
            }

            double share = form.Count == 0 ? 0 : (double)named / form.Count;
            if (share > best.Share || (share == best.Share && nearest < best.Distance))
            {
                best = (share, nearest, at);
            }
        }

        return best;
    }

    private List<IReadOnlyList<string>> FormsOf(PrintedName name)
    {
        if (_forms.TryGetValue(name, out List<IReadOnlyList<string>>? known))
        {
            return known;
        }

        List<IReadOnlyList<string>> forms = name.Stems.Count > 0 ? [name.Stems] : [];
        if (name.Stems is [var only])
        {
            forms.AddRange(abbreviations.LongOf(only));
        }

        forms.AddRange(abbreviations.ShortOf(name.Stems).Select(form => (IReadOnlyList<string>)[form]));
        foreach (string stem in name.Stems)
        {
            string key = stem.Length > 2 && stem[0] == 'm' ? stem[1..] : stem;
            if (DraftEndpoints.FormsOf(key) is { Count: > 0 } more)
            {
                forms.AddRange(more);
            }
        }

        return _forms[name] = forms;
    }
}
