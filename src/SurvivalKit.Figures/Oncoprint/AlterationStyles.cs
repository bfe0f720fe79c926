using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The styles of classes of alterations: the usual ones always look the same, the others as their names decide.</summary>
internal static class AlterationStyles
{
    // The first rule with a word of the class applies; a class of its own within a family has the family's shape in another colour.
    private static readonly ImmutableArray<(string[] Words, AlterationStyle Style)> Known =
    [
        (["in-frame", "inframe", "in frame", "in_frame"], new(new("#BBDD55", "#BBDD55"), AlterationShape.Lower)),
        (["trunc", "nonsense", "stop"], new(new("#1A1A1A", "#F2F2F2"), AlterationShape.Lower)),
        (["amplif"], new(new("#D55E00", "#FF8A3D"), AlterationShape.Full)),
        (["gain"], new(new("#F2B27A", "#F2B27A"), AlterationShape.Full)),
        (["frame"], new(new("#6A51A3", "#B09CE0"), AlterationShape.Lower)),
        (["loh", "heterozygosity"], new(new("#AADDAA", "#AADDAA"), AlterationShape.Dot)),
        (["delet"], new(new("#0072B2", "#4FA8E0"), AlterationShape.Frame)),
        (["loss"], new(new("#7FB2D5", "#A9D3F0"), AlterationShape.Frame)),
        (["missense"], new(new("#009E73", "#2CC79A"), AlterationShape.Middle)),
        (["fusion"], new(new("#AA4499", "#E79BC5"), AlterationShape.Diamond)),
        (["rearrang", "translocation"], new(new("#5E2750", "#C98BB8"), AlterationShape.Diamond)),
        (["splice"], new(new("#E69F00", "#F5B83D"), AlterationShape.Upper)),
        (["promoter"], new(new("#2266FF", "#6494FF"), AlterationShape.Dot)),
        (["utr"], new(new("#664433", "#947C70"), AlterationShape.Upper)),
        (["silent"], new(new("#AAAA88", "#AAAA88"), AlterationShape.Middle)),
    ];

    // Each as far as possible from those above and before, for normal sight and for deuteranopia; their number is prime, as FixedChoice
    // wants it.
    private static readonly ImmutableArray<Tone> Others =
    [
        new("#2222FF", "#6464FF"), new("#666622", "#949464"), new("#CC44FF", "#DB7CFF"), new("#FF2266", "#FF6494"),
        new("#CC88FF", "#CC88FF"), new("#DD99BB", "#DD99BB"), new("#6622BB", "#9464CF"), new("#557777", "#88A0A0"),
        new("#44AA33", "#44AA33"), new("#CCCCFF", "#CCCCFF"), new("#22AAAA", "#22AAAA"), new("#BB4455", "#CF7C88"),
        new("#444477", "#7C7CA0"),
    ];

    private static readonly ImmutableArray<AlterationShape> OtherShapes =
        [AlterationShape.Dot, AlterationShape.Upper, AlterationShape.Middle, AlterationShape.Diamond, AlterationShape.Lower];

    /// <summary>The styles of classes, all of them different.</summary>
    /// <exception cref="SurvivalDataException">There are more unusual classes than colours.</exception>
    public static ImmutableDictionary<string, AlterationStyle> Choose(
        ImmutableArray<string> kinds, IReadOnlyDictionary<string, string> colours)
    {
        ImmutableDictionary<string, AlterationStyle>.Builder styles =
            ImmutableDictionary.CreateBuilder<string, AlterationStyle>(StringComparer.Ordinal);
        var taken = new HashSet<AlterationStyle>();
        var others = new List<string>();
        // Two classes of one rule, as "nonsense" and "stop gained", would look the same: the later is an unusual one.
        foreach (string kind in kinds.Order(StringComparer.Ordinal))
        {
            if (Usual(kind) is { } style && taken.Add(style))
            {
                styles[kind] = style;
            }
            else
            {
                others.Add(kind);
            }
        }

        if (others.Count > Others.Length)
        {
            throw new SurvivalDataException(
                $"The oncoprint has {others.Count} classes of alterations beside the usual ones; {Others.Length} at most can be told apart.");
        }

        ImmutableDictionary<string, int> places = FixedChoice.Among(Others.Length, others, kind => kind);
        foreach ((string kind, int place) in places)
        {
            styles[kind] = new(Others[place], OtherShapes[place % OtherShapes.Length]);
        }

        foreach (string kind in kinds.Where(colours.ContainsKey))
        {
            styles[kind] = styles[kind] with { Tone = KaplanMeierStyle.Given(colours[kind]) };
        }

        return styles.ToImmutable();
    }

    private static AlterationStyle? Usual(string kind) => Known.FirstOrDefault(
        rule => rule.Words.Any(word => kind.Contains(word, StringComparison.OrdinalIgnoreCase))).Style;
}
