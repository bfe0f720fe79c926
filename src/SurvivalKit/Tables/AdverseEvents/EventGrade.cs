using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Reads grades of severity from 1 to 5: numbers, or texts such as <c>Grade 3</c>, <c>G3</c> or <c>III</c>.</summary>
internal static class EventGrade
{
    public const int Highest = 5;

    private static readonly string[] Roman = ["I", "II", "III", "IV", "V"];

    /// <summary>The grade of each row; 0 where it is missing.</summary>
    public static int[] Read(DataFrame data, string column)
    {
        FormulaValue.Levels levels = ColumnValues.ReadLabels(FrameColumns.Named(data, column), SurvivalData.SourceOf(data)).AsLevels();
        int?[] grades = [.. levels.Names.Select(Of)];
        return
        [
            .. levels.Codes.Select((code, row) => code < 0 ? 0 : grades[code] ?? throw SurvivalDataException.AtCell(
                SurvivalData.SourceOf(data),
                row + 1,
                column,
                levels.Names[code],
                $"\"{levels.Names[code]}\" is no grade; a grade from 1 to 5 was expected.")),
        ];
    }

    private static int? Of(string text)
    {
        string word = text.Trim();
        word = word.StartsWith("grade", StringComparison.OrdinalIgnoreCase) ? word[5..].Trim()
            : word.StartsWith('G') || word.StartsWith('g') ? word[1..].Trim()
            : word;
        int place = Array.IndexOf(Roman, word.ToUpperInvariant());
        return place >= 0 ? place + 1
            : double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                && number is >= 1 and <= Highest && number == Math.Floor(number) ? (int)number
            : null;
    }
}
