using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Figures;

/// <summary>What an oncoprint shows: samples, their alterations, their tumour mutational burden and other properties.</summary>
public sealed record OncoprintData
{
    /// <summary>All samples that were sequenced, with and without alterations: the denominator of every percentage.</summary>
    public required IReadOnlyList<string> Samples { get; init; }

    /// <summary>The alterations.</summary>
    public required IReadOnlyList<Alteration> Alterations { get; init; }

    /// <summary>Tumour mutational burden of the samples, in mutations per megabase; a sample that is missing here is drawn as
    /// not known. Default: none.</summary>
    public IReadOnlyDictionary<string, double> Burden { get; init; } = new Dictionary<string, double>();

    /// <summary>Properties of the samples. Default: none.</summary>
    public IReadOnlyList<SampleTrack> Tracks { get; init; } = [];

    /// <summary>The burden of a sample; null where it is not known.</summary>
    internal double? BurdenOf(string sample) =>
        Burden.TryGetValue(sample, out double burden) && !double.IsNaN(burden) ? burden : null;

    /// <summary>Reads the data from two frames: one row for each alteration, and one row for each sequenced sample.</summary>
    /// <param name="alterations">Columns <paramref name="sample"/>, <c>gene</c> and <c>kind</c>.</param>
    /// <param name="sequenced">Column <paramref name="sample"/> and the columns of the next two arguments.</param>
    /// <param name="sample">The column that identifies a sample in both frames.</param>
    /// <param name="burden">The column of the burden in <paramref name="sequenced"/>; null: none.</param>
    /// <param name="tracks">Columns of <paramref name="sequenced"/> that become tracks of the same names; null: none.</param>
    /// <exception cref="SurvivalDataException">A column is missing, or a burden is not a number.</exception>
    public static OncoprintData FromFrames(
        DataFrame alterations, DataFrame sequenced, string sample = "patient", string? burden = "tmb", IEnumerable<string>? tracks = null)
    {
        ArgumentNullException.ThrowIfNull(alterations);
        ArgumentNullException.ThrowIfNull(sequenced);
        string[] samples = Texts(sequenced, sample, nameof(sequenced));
        string[] of = Texts(alterations, sample, nameof(alterations)), genes =
            Texts(alterations, "gene", nameof(alterations)), kinds = Texts(alterations, "kind", nameof(alterations));
        return new OncoprintData
        {
            Samples = samples,
            Alterations = [.. of.Select((s, i) => new Alteration(s, genes[i], kinds[i]))],
            Burden = burden is null
                ? new Dictionary<string, double>()
                : Numbers(samples, Texts(sequenced, burden, nameof(sequenced)), burden),
            Tracks = [.. (tracks ?? []).Select(name => new SampleTrack(name, samples.Zip(Texts(sequenced, name, nameof(sequenced)))
                .DistinctBy(p => p.First)
                .ToDictionary(p => p.First, p => p.Second)))],
        };
    }

    private static Dictionary<string, double> Numbers(string[] samples, string[] values, string column)
    {
        var numbers = new Dictionary<string, double>();
        for (int i = 0; i < samples.Length; i++)
        {
            if (values[i].Length == 0)
            {
                continue;
            }

            numbers[samples[i]] = double.TryParse(values[i], NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
                ? value
                : throw new SurvivalDataException(
                    $"The column '{column}' holds '{values[i]}' for the sample '{samples[i]}'; a number was expected.");
        }

        return numbers;
    }

    private static string[] Texts(DataFrame frame, string column, string argument)
    {
        DataFrameColumn found = frame.Columns.FirstOrDefault(c => c.Name == column)
            ?? throw new SurvivalDataException(
                $"There is no column '{column}'; the columns are {string.Join(", ", frame.Columns.Select(c => c.Name))}.");
        return [.. Enumerable.Range(0, (int)found.Length).Select(i => Convert.ToString(found[i], CultureInfo.InvariantCulture) ?? "")];
    }
}
