using System.Globalization;
using System.Text;

namespace SurvivalKit.Fuzz;

/// <summary>The disagreements of a run, by class, each class with its smallest examples.</summary>
internal sealed class Finds(ROracle oracle, int examples)
{
    private readonly Dictionary<string, List<(int Seed, string Text, int Rows)>> _classes = [];
    private readonly Dictionary<string, int> _counts = [];

    private readonly Dictionary<string, int> _known = [];

    /// <summary>The number of disagreements that are of no known kind.</summary>
    public int Count => _counts.Values.Sum();

    /// <summary>Adds a disagreement; the first of a class are shrunk.</summary>
    public void Add(int seed, Disagreement disagreement)
    {
        if (KnownFaults.Of(disagreement) is { } fault)
        {
            _known[fault] = _known.GetValueOrDefault(fault) + 1;
            return;
        }

        (Question question, FuzzSet set, _, _, Difference difference) = disagreement;
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
            Answer theirs = oracle.To(asked, smaller);
            Difference? same = Comparison.Of(asked, smaller, ours, theirs).FirstOrDefault(other => other.Class == difference.Class);
            if (same is null || KnownFaults.Of(new(asked, smaller, ours, theirs, same)) is not null)
            {
                return false;
            }

            last = same;
            return true;
        });
        found.Add((seed, Describe(small.Set, small.Question, last), small.Set.Rows));
    }

    /// <summary>The classes, most frequent first, with their smallest examples.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach ((string name, int count) in _known.OrderByDescending(entry => entry.Value))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"known, {name}: {count}");
        }

        text.AppendLine();
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
