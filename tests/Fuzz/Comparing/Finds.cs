using System.Globalization;
using System.Text;

namespace SurvivalKit.Fuzz;

/// <summary>The disagreements of a run, by class, each class with its smallest examples.</summary>
internal sealed class Finds(ROracle oracle, int examples)
{
    private readonly SortedDictionary<string, List<(int Seed, string Text, int Rows)>> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = [];

    /// <summary>The number of disagreements.</summary>
    public int Count => _counts.Values.Sum();

    /// <summary>Adds a disagreement; the first of a class are shrunk.</summary>
    public void Add(int seed, FuzzSet set, Question question, Difference difference)
    {
        _counts[difference.Class] = _counts.GetValueOrDefault(difference.Class) + 1;
        if (!_classes.TryGetValue(difference.Class, out var found))
        {
            _classes[difference.Class] = found = [];
        }

        if (found.Count >= examples)
        {
            return;
        }

        Difference last = difference;
        (FuzzSet Set, Question Question) small = Shrinker.Shrink(set, question, (smaller, asked) =>
        {
            Answer ours = OurAnswers.To(asked, smaller);
            Difference? same = Comparison.Of(asked, ours, oracle.To(asked, smaller)).FirstOrDefault(other => other.Class == difference.Class);
            last = same ?? last;
            return same is not null;
        });
        found.Add((seed, Describe(small.Set, small.Question, last), small.Set.Rows));
    }

    /// <summary>The classes, most frequent first, with their smallest examples.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach ((string name, int count) in _counts.OrderByDescending(entry => entry.Value))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"## {name}: {count}").AppendLine();
            foreach ((int seed, string example, _) in _classes[name].OrderBy(example => example.Rows))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"seed {seed}: {example}").AppendLine();
            }
        }

        return text.ToString();
    }

    private static string Describe(FuzzSet set, Question question, Difference difference) =>
        $"{question.Formula}; {question.ROptions}\n{difference.Detail}\n{set.Of(question).ToR()}";
}
