using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>Genes, samples and classes of an oncoprint in the order in which they are drawn, and what is in each cell.</summary>
internal sealed class OncoprintGrid
{
    private readonly Dictionary<(string Gene, string Sample), ImmutableArray<string>> _cells;

    private OncoprintGrid(
        ImmutableArray<string> genes,
        ImmutableArray<string> samples,
        ImmutableArray<string> kinds,
        Dictionary<(string, string), ImmutableArray<string>> cells)
    {
        Genes = genes;
        Samples = samples;
        Kinds = kinds;
        _cells = cells;
    }

    /// <summary>The genes from the top to the bottom.</summary>
    public ImmutableArray<string> Genes { get; }

    /// <summary>The samples from the left to the right.</summary>
    public ImmutableArray<string> Samples { get; }

    /// <summary>The classes in the order of the key.</summary>
    public ImmutableArray<string> Kinds { get; }

    /// <summary>A sentence that says how many genes are not drawn; null where all are.</summary>
    public string? LeftOut { get; private init; }

    /// <summary>The classes in a cell, each once.</summary>
    public ImmutableArray<string> Cell(string gene, string sample) =>
        _cells.TryGetValue((gene, sample), out ImmutableArray<string> kinds) ? kinds : [];

    /// <summary>Number of samples in which a gene is altered.</summary>
    public int AlteredSamples(string gene) => Samples.Count(s => !Cell(gene, s).IsEmpty);

    /// <summary>Number of samples in which a gene has a class.</summary>
    public int Count(string gene, string kind) => Samples.Count(s => Cell(gene, s).Contains(kind));

    /// <summary>Orders the data.</summary>
    /// <exception cref="SurvivalDataException">There is nothing to draw, a sample is named twice, or an alteration is of a sample
    /// that is not listed.</exception>
    public static OncoprintGrid Arrange(OncoprintData data, OncoprintFigureOptions options)
    {
        Check(data);
        Dictionary<(string Gene, string Sample), ImmutableArray<string>> cells = data.Alterations
            .GroupBy(a => (a.Gene, a.Sample))
            .ToDictionary(g => g.Key, g => g.Select(a => a.Kind).Distinct(StringComparer.Ordinal).ToImmutableArray());
        ImmutableArray<string> genes = options.Genes is { } given
            ? [.. given.Distinct(StringComparer.Ordinal)]
            : [.. data.Alterations.GroupBy(a => a.Gene, StringComparer.Ordinal)
                .OrderByDescending(g => g.Select(a => a.Sample).Distinct(StringComparer.Ordinal).Count())
                .ThenByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key)];
        int altered = genes.Union(data.Alterations.Select(a => a.Gene), StringComparer.Ordinal).Count();
        genes = [.. genes.Take(options.MaximumGenes)];
        string most = options.Genes is null ? "the most often altered " : "";
        string? leftOut = altered > genes.Length
            ? string.Create(CultureInfo.InvariantCulture, $"Shown: {most}{genes.Length} of {altered} genes.")
            : null;
        if (genes.IsEmpty)
        {
            throw new SurvivalDataException(
                "The oncoprint has no gene to draw; at least one alteration, or the option Genes, was expected.");
        }

        HashSet<string> drawn = new(genes, StringComparer.Ordinal);
        IEnumerable<string> found = data.Alterations.Where(a => drawn.Contains(a.Gene))
            .GroupBy(a => a.Kind, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.Key);
        ImmutableArray<string> kinds = [.. (options.Kinds ?? []).Concat(found).Distinct(StringComparer.Ordinal)];
        ImmutableArray<string> samples = options.SortSamples ? Sorted(data, genes, cells) : [.. data.Samples];
        return new OncoprintGrid(genes, samples, kinds, cells) { LeftOut = leftOut };
    }

    // The memo sort: a sample is the binary number whose digits say which genes are altered, the first gene the highest digit.
    private static ImmutableArray<string> Sorted(
        OncoprintData data, ImmutableArray<string> genes, Dictionary<(string, string), ImmutableArray<string>> cells) =>
    [
        .. data.Samples
            .Select((sample, place) => (
                Sample: sample, Place: place, Key: string.Concat(genes.Select(g => cells.ContainsKey((g, sample)) ? '0' : '1'))))
            .OrderBy(s => s.Key, StringComparer.Ordinal)
            .ThenByDescending(s => data.BurdenOf(s.Sample) ?? double.NegativeInfinity)
            .ThenBy(s => s.Place)
            .Select(s => s.Sample),
    ];

    private static void Check(OncoprintData data)
    {
        if (data.Samples.Count == 0)
        {
            throw new SurvivalDataException("The oncoprint has no sample; at least one was expected.");
        }

        if (data.Samples.GroupBy(s => s, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new SurvivalDataException($"The sample '{twice.Key}' is listed {twice.Count()} times; each sample is listed once.");
        }

        HashSet<string> known = new(data.Samples, StringComparer.Ordinal);
        if (data.Alterations.FirstOrDefault(a => !known.Contains(a.Sample)) is { } stray)
        {
            throw new SurvivalDataException(
                $"An alteration of {stray.Gene} is of the sample '{stray.Sample}', which is not among the samples.");
        }
    }
}
