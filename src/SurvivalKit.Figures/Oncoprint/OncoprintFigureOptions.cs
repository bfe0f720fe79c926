namespace SurvivalKit.Figures;

/// <summary>How an oncoprint is drawn.</summary>
public sealed record OncoprintFigureOptions : FigureOptions
{
    /// <summary>The genes in their order. Default (null): by the number of samples in which they are altered, then by the number of
    /// alterations, then by name.</summary>
    public IReadOnlyList<string>? Genes { get; init; }

    /// <summary>At most this number of genes is drawn, 1 to 500; where there are more, a line below the figure says so. Default:
    /// 40.</summary>
    public int MaximumGenes { get; init; } = 40;

    /// <summary>The classes in the order of the key and of the bars; those that no sample has are in the key too. Default (null): by
    /// their number.</summary>
    /// <remarks>A class that is not a usual one has a look that follows from its name; where two would have the same, the later takes another,
    /// for which a study that draws several figures names all its classes here.</remarks>
    public IReadOnlyList<string>? Kinds { get; init; }

    /// <summary>Colours of classes as <c>#RRGGBB</c>, by class, on every background. Default: fixed colours
    /// for the usual classes; the others have a colour and a shape that follow from their names.</summary>
    public IReadOnlyDictionary<string, string> KindColours { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Whether the samples are sorted so that those with the most frequent alteration come first, among them
    /// those with the next, and so on. Default: true; else they keep the given order.
    /// </summary>
    public bool SortSamples { get; init; } = true;

    /// <summary>Whether the samples' names are printed below. Default (null): where they are wide enough apart.</summary>
    public bool? SampleNames { get; init; }

    /// <summary>Title of the burden's axis. Default: <c>TMB, mut/Mb</c>.</summary>
    public string BurdenLabel { get; init; } = "TMB, mut/Mb";

    /// <summary>Upper end of the burden's axis; higher bars are cut and marked. Default (null): the highest.</summary>
    public double? BurdenMaximum { get; init; }

    /// <summary>Samples whose burden is not printed above its bar, such as those that are not microsatellite
    /// stable. Default: none.</summary>
    public IReadOnlyList<string> UnprintedBurdens { get; init; } = [];

    /// <summary>A line of text below the figure. Default: only what says that genes are left out.</summary>
    public string? Footnote { get; init; }

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        Range(nameof(MaximumGenes), MaximumGenes, 1, 500, "genes");
        if (BurdenMaximum is { } maximum)
        {
            Range(nameof(BurdenMaximum), maximum, double.Epsilon, double.MaxValue, "mutations per megabase");
        }
    }
}
