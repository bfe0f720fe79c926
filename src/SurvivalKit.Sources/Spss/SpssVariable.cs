namespace SurvivalKit.Sources;

/// <summary>A variable of an SPSS file.</summary>
internal sealed class SpssVariable
{
    /// <summary>The name of up to eight letters by which other records call it.</summary>
    public required string ShortName { get; init; }

    /// <summary>The name; the long one where the file has it.</summary>
    public required string Name { get; set; }

    /// <summary>Its bytes of text in a row; 0 for a number.</summary>
    public required int Width { get; set; }

    /// <summary>The number of its format: how its values are shown.</summary>
    public required int Format { get; init; }

    /// <summary>Its label; empty where it has none.</summary>
    public required string Label { get; init; }

    /// <summary>The cells of eight bytes that it takes in a row.</summary>
    public required int Cells { get; set; }

    /// <summary>The numbers declared missing, and the greatest and least of a range of such.</summary>
    public SpssMissing Missing { get; set; } = SpssMissing.None;

    /// <summary>The labels of numbers.</summary>
    public Dictionary<double, string> Labels { get; set; } = [];

    /// <summary>The labels of texts.</summary>
    public Dictionary<string, string> TextLabels { get; set; } = new(StringComparer.Ordinal);

    /// <summary>Whether its values are text.</summary>
    public bool IsText => Width > 0;

    /// <summary>What its numbers count: SPSS counts dates in seconds.</summary>
    public MomentKind Moment => Format is 20 or 22 or 23 or 24 or 28 or 29 or 30 or 38 or 39 or 41 ? MomentKind.Seconds : MomentKind.None;
}
