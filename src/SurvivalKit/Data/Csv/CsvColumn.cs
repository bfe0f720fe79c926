namespace SurvivalKit;

/// <summary>A column of a delimited text, its cells read as plain numbers or as words.</summary>
internal abstract record CsvColumn
{
    /// <summary>Plain numbers; a missing one is not a number.</summary>
    /// <param name="Values">A number a row.</param>
    /// <param name="AreWhole">Whether no number has a decimal sign or an exponent.</param>
    /// <param name="Missing">The number of missing ones.</param>
    public sealed record Numbers(double[] Values, bool AreWhole, int Missing) : CsvColumn;

    /// <summary>Words, each distinct one once.</summary>
    /// <param name="Codes">The place of each row's word.</param>
    /// <param name="Distinct">The distinct words, in the order in which they come first.</param>
    public sealed record Words(int[] Codes, string[] Distinct) : CsvColumn
    {
        /// <summary>The number of rows of each word.</summary>
        public int[] Counts()
        {
            var counts = new int[Distinct.Length];
            foreach (int code in Codes)
            {
                counts[code]++;
            }

            return counts;
        }

        /// <summary>The words of a list of cells.</summary>
        public static Words Of(IEnumerable<string?> cells)
        {
            var codes = new TextCodes();
            return new Words([.. cells.Select(cell => codes.CodeOrAdd(cell ?? ""))], [.. codes.Words]);
        }
    }
}
