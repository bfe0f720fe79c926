using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SurvivalKit.Fuzz;

/// <summary>The small part of the fuzz that is kept with R's answers, so that the tests need no R.</summary>
internal static class StoredCases
{
    // Ten digits, where the comparison is at 1e-6.
    private const string Digits = "G10";

    private static readonly JsonSerializerOptions Json = new()
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>Asks R for small sets that neither side refuses and on which both agree, and writes them, a line a case.</summary>
    /// <param name="oracle">R.</param>
    /// <param name="path">The file.</param>
    /// <param name="seed">The first seed.</param>
    /// <param name="sets">The number of sets.</param>
    public static void Write(ROracle oracle, string path, int seed, int sets)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        for (int number = seed; number < seed + sets; number++)
        {
            (FuzzSet set, ImmutableArray<Question> questions) = SetMaker.Make(number, maximalRows: 14);
            foreach (Question question in questions)
            {
                Answer theirs = oracle.To(question, set);
                Answer ours = OurAnswers.To(question, set);
                if (theirs.Refusal is null && ours.Refusal is null && !Comparison.Of(question, ours, theirs).Any())
                {
                    var rounded = theirs.Values.ToDictionary(entry => entry.Key, entry => Array.ConvertAll(entry.Value, Rounded));
                    var stored = new StoredCase(number, set.Of(question), question, new() { Values = rounded });
                    file.WriteLine(JsonSerializer.Serialize(stored, Json));
                }
            }
        }
    }

    /// <summary>Reads what was written.</summary>
    public static IEnumerable<StoredCase> Read(string path) =>
        File.ReadLines(path).Select(line => JsonSerializer.Deserialize<StoredCase>(line, Json)!);

    private static double Rounded(double value) =>
        double.Parse(value.ToString(Digits, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
