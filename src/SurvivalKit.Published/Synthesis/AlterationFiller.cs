namespace SurvivalKit.Published;

/// <summary>Chooses the sequenced patients and gives them alterations at the printed frequencies.</summary>
internal static class AlterationFiller
{
    public static void Fill(CohortDraft draft)
    {
        if (draft.Study.Sequencing is not { } sequencing)
        {
            return;
        }

        SplitMix64 random = draft.Random("sequencing");
        int[] patients = [.. random.Shuffled(Enumerable.Range(0, draft.Study.N)).Take(sequencing.N).Order()];
        var altered = new HashSet<(int Patient, string Gene)>();
        foreach ((StudyRow row, AlterationFrequencyMeasure measure) in draft.Targets.Rows<AlterationFrequencyMeasure>()
            .OrderBy(r => r.Measure.Genes.Length))
        {
            if (Count(draft, row, sequencing.N) is { } count)
            {
                Alter(measure, random.Shuffled(patients)[..Math.Min(count, patients.Length)], random, altered);
            }
        }

        double unit = Math.Pow(10, sequencing.BurdenDecimals);
        foreach (int patient in patients)
        {
            double burden =
                random.Next((int)Math.Ceiling(sequencing.MinimumBurden * unit), (int)Math.Floor(sequencing.MaximumBurden * unit)) / unit;
            string state = sequencing.MicrosatelliteStates[random.Next(sequencing.MicrosatelliteStates.Length)];
            Line(draft.Sequenced, draft.Patients[patient], Rounding.Text(burden, sequencing.BurdenDecimals), state);
            foreach (SequencedGene gene in sequencing.Genes.Where(gene => altered.Contains((patient, gene.Gene))))
            {
                Line(draft.Alterations, draft.Patients[patient], gene.Gene, gene.Kinds[random.Next(gene.Kinds.Length)]);
            }
        }
    }

    private static int? Count(CohortDraft draft, StudyRow row, int of) =>
        draft.Targets.Of(row, null, Aspects.Count) is { } count ? (int)count.Value
        : draft.Targets.Of(
            row, null, Aspects.Percent) is { } percent ? (int)Math.Round(percent.Value * of / 100, MidpointRounding.AwayFromZero)
        : null;

    /// <summary>Each of the patients gets a gene; remaining genes go to any of them, so that each gene occurs.</summary>
    private static void Alter(AlterationFrequencyMeasure measure, int[] patients, SplitMix64 random, HashSet<(int, string)> altered)
    {
        string[] genes = random.Shuffled(measure.Genes);
        for (int i = 0; patients.Length > 0 && i < Math.Max(patients.Length, genes.Length); i++)
        {
            int patient = i < patients.Length ? patients[i] : patients[random.Next(patients.Length)];
            altered.Add((patient, i < genes.Length ? genes[i] : genes[random.Next(genes.Length)]));
        }
    }

    private static void Line(System.Text.StringBuilder text, params string[] cells) =>
        text.AppendJoin(',', cells.Select(CohortFiles.Quoted)).Append('\n');
}
