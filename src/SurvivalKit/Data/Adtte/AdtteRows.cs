using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Chooses the rows of one parameter of an ADTTE set.</summary>
internal static class AdtteRows
{
    public static (DataFrame Rows, AdtteParameter Parameter, bool[] IsChosen) Choose(DataFrame data, string? parameter, string? source)
    {
        foreach (string name in (string[])["PARAMCD", "AVAL", "CNSR"])
        {
            if (data.Columns.IndexOf(name) < 0)
            {
                string names = string.Join(", ", data.Columns.Select(column => column.Name));
                throw SurvivalDataException.AtColumn(source, name, $"an ADTTE set has it, and this one has only {names}.");
            }
        }

        string?[] codes = [.. data.Columns["PARAMCD"].Cast<object?>().Select(code => code?.ToString())];
        string[] known = [.. codes.OfType<string>().Distinct(StringComparer.Ordinal)];
        string chosen = parameter is null && known is [var only] ? only
            : parameter is null ? throw SurvivalDataException.AtColumn(
                source, "PARAMCD", $"there are {string.Join(", ", known)}; the one to analyse was expected (--adtte {known.FirstOrDefault()}).")
            : known.FirstOrDefault(code => code.Equals(parameter, StringComparison.OrdinalIgnoreCase))
                ?? throw SurvivalDataException.AtColumn(
                    source, "PARAMCD", $"there is no parameter {parameter}; there are {string.Join(", ", known)}.");
        bool[] isChosen = Array.ConvertAll(codes, code => code == chosen);
        DataFrame rows = data.Filter(new BooleanDataFrameColumn("", isChosen));
        return (rows, new AdtteParameter(chosen, First(rows, "PARAM"), First(rows, "AVALU")), isChosen);
    }

    private static string First(DataFrame rows, string name) => rows.Columns.IndexOf(name) < 0
        ? ""
        : rows.Columns[name].Cast<object?>().Select(value => value?.ToString()).FirstOrDefault(value => value is not null) ?? "";
}
