using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Published;

/// <summary>Numbers and percentages of patients. The denominator is all patients of the column, or those whose value is known where the
/// study file says so.</summary>
internal static class CountMeasures
{
    public static Dictionary<string, Measured> Size(ImmutableArray<int> patients) =>
        new() { [Aspects.Count] = new(patients.Length, null) };

    public static Dictionary<string, Measured> Count(Cohort cohort, CountMeasure measure, ImmutableArray<int> patients) =>
        Share(
            patients.Count(i => cohort.Columns.Holds(measure.Condition, i)),
            measure.OfKnown ? patients.Count(i => !cohort.Columns.IsMissing(measure.Condition, i)) : patients.Length);

    public static Dictionary<string, Measured> Pair(Cohort cohort, CountPairMeasure measure, ImmutableArray<int> patients)
    {
        string?[] levels = cohort.Columns.Levels(measure.Column);
        return new()
        {
            [Aspects.FirstCount] = new(patients.Count(i => levels[i] == measure.First), null),
            [Aspects.SecondCount] = new(patients.Count(i => levels[i] == measure.Second), null),
        };
    }

    public static Dictionary<string, Measured> Alterations(Cohort cohort, AlterationFrequencyMeasure measure, ImmutableArray<int> patients)
    {
        if (cohort is not { Alterations: { } alterations, Sequenced: { } sequenced })
        {
            throw new SurvivalDataException("The cohort has no sequenced patients.");
        }

        string patient = CohortFiles.PatientColumn(cohort.Study);
        string?[] names = cohort.Columns.Levels(patient);
        HashSet<string?> counted = [.. patients.Select(i => names[i])];
        HashSet<string> among = [.. Texts(sequenced.Columns[patient]).Where(counted.Contains)];
        int altered = Texts(alterations.Columns[patient])
            .Zip(Texts(alterations.Columns["gene"]))
            .Where(pair => measure.Genes.Contains(pair.Second) && among.Contains(pair.First))
            .Select(pair => pair.First)
            .Distinct()
            .Count();
        return Share(altered, among.Count);
    }

    private static IEnumerable<string> Texts(Microsoft.Data.Analysis.DataFrameColumn column) =>
        Enumerable.Range(0, (int)column.Length).Select(i => (string)column[i]);

    private static Dictionary<string, Measured> Share(int count, int of) => new()
    {
        [Aspects.Count] = new(count, null),
        [Aspects.Percent] = of == 0
            ? new(null, "there are no patients")
            : new(100.0 * count / of, string.Create(CultureInfo.InvariantCulture, $"{count} of {of}")),
    };
}
