namespace SurvivalKit.Sources;

/// <summary>The widths of the fields of a Stata file, which differ by its version.</summary>
/// <param name="Version">The version of the format: 113 (Stata 8) to 119 (Stata 15).</param>
internal sealed record StataLayout(int Version)
{
    /// <summary>Bytes of a name.</summary>
    public int Name => Version >= 118 ? 129 : 33;

    /// <summary>Bytes of a format.</summary>
    public int Format => Version switch { >= 118 => 57, >= 114 => 49, _ => 12 };

    /// <summary>Bytes of the label of a variable.</summary>
    public int Label => Version >= 118 ? 321 : 81;

    /// <summary>Bytes of the number of a variable's value labels in a map of the file.</summary>
    public int SortEntry => Version >= 119 ? 4 : 2;

    /// <summary>Whether it is made of parts between marks as those of HTML.</summary>
    public bool HasMarks => Version >= 117;

    /// <summary>The storage and the width of a type's number.</summary>
    /// <returns><see langword="null"/> where there is no such type.</returns>
    public (StataStorage Storage, int Width)? TypeOf(int number) => HasMarks
        ? number switch
        {
            > 0 and <= 2045 => (StataStorage.Text, number),
            32_768 => (StataStorage.LongText, 8),
            65_526 => (StataStorage.Double, 8),
            65_527 => (StataStorage.Float, 4),
            65_528 => (StataStorage.Long, 4),
            65_529 => (StataStorage.Int, 2),
            65_530 => (StataStorage.Byte, 1),
            _ => null,
        }
        : number switch
        {
            > 0 and <= 244 => (StataStorage.Text, number),
            251 => (StataStorage.Byte, 1),
            252 => (StataStorage.Int, 2),
            253 => (StataStorage.Long, 4),
            254 => (StataStorage.Float, 4),
            255 => (StataStorage.Double, 8),
            _ => null,
        };
}
