using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>Makes the draft of a study: arms first, then the tables, then the sentences that repeat them or print what they do not, and at
/// last the doubts.</summary>
internal static class StudyDrafting
{
    private const string Scope =
        "Drafted from the text of the publication: the numbers of its tables, of its abstract and results, of the captions of its figures, and of its discussion where that speaks of this study.";

    public static Study Draft(string text, StudyDraftOptions options)
    {
        var paper = new DraftPaper(text);
        (ImmutableArray<StudyArm> arms, bool isReferenceSaid) = ArmsOf(paper, options);
        var draft = new DraftBuilder(arms, MethodsText.Read(paper), new TextVerdicts(text));
        if (!isReferenceSaid)
        {
            draft.Remarks.Add(new(StudyRemarks.Arms, null, null, arms.First(arm => arm.IsReference).Name, null,
                "No name of an arm says that it is the one that the others are compared with; the last is taken."));
        }

        if (draft.Methods.Software == MethodsText.NotSaid)
        {
            draft.Remarks.Add(new(PaperPlaces.Methods, null, null, StudyRemarks.Software, null,
                "No program is named; Efron's method for tied times is taken, which R uses. SPSS and SAS use Breslow's."));
        }

        List<PrintedName> names = [];
        List<string> places = [];
        for (int i = 0; i < paper.Tables.Length; i++)
        {
            ReadTable read = paper.Tables[i];
            if (read.Table.Rows.IsEmpty || read.Table.Columns.IsEmpty)
            {
                continue;
            }

            string place = TableNames.Place(read, i, places);
            places.Add(place);
            if (TableDraft.Draft(paper, draft, i, place) is { } printed)
            {
                names.AddRange(printed);
            }
            else if (!RegressionDraft.Draft(paper, draft, read, place))
            {
                draft.Remarks.Add(new(place, null, null, TableNames.Title(read.Name, place), paper.LineOf(read.Block.Start),
                    "The columns of the table are of no arms by their headings, and have no hazard ratios; its numbers are no claims."));
            }
        }

        TextDraft.Add(paper, draft, names);
        Study study = Assemble(paper, draft, options.Id);
        if (study.Claims.IsEmpty)
        {
            throw new SurvivalDataException("The text has no number that a claim can be made of; tables with the arms as columns, or sentences with results were expected.");
        }

        return DraftDoubts.Settle(study, draft);
    }

    private static (ImmutableArray<StudyArm> Arms, bool IsSaid) ArmsOf(DraftPaper paper, StudyDraftOptions options)
    {
        if (options.Arms.Length > 1)
        {
            return (options.Arms, true);
        }

        ImmutableArray<(string Name, int N)> found = TableArms.Find(paper);
        found = found.Length > 1 ? found : TextArms.Find(paper);
        if (found.Length < 2)
        {
            throw new SurvivalDataException(
                "No two arms with their numbers of patients were found in a heading of a table or in the text; \"Name (n = 42)\" was expected for each.");
        }

        (int reference, bool isSaid) = ArmWords.Reference([.. found.Select(arm => arm.Name)]);
        return ([.. found.Select((arm, i) => new StudyArm(arm.Name, arm.N, i == reference))], isSaid);
    }

    private static Study Assemble(DraftPaper paper, DraftBuilder draft, string id)
    {
        string title = paper.Title is { Length: > 0 } found ? found : id;
        StudyArm reference = draft.Arms.First(arm => arm.IsReference);
        StudySequencing? sequencing = GeneClaims.Sequencing(draft);
        ImmutableArray<StudyVariable> variables =
        [
            new() { Name = "patient", Label = "Patient", Kind = VariableKind.Identifier },
            new()
            {
                Name = "arm",
                Label = "Arm",
                Kind = VariableKind.Category,
                Levels = [reference.Name, .. draft.Arms.Where(arm => arm != reference).Select(arm => arm.Name)],
            },
            .. draft.Variables,
            .. draft.Endpoints.Columns(),
        ];
        return new Study
        {
            Id = id,
            Title = title,
            Citation = title,
            Synthetic = "SYNTHETIC: a cohort of this study is made by code from the printed figures; no row is a real patient.",
            Scope = Scope,
            Methods = draft.Methods,
            ArmColumn = "arm",
            Arms = draft.Arms,
            Endpoints = [.. draft.Endpoints.All()],
            Sequencing = sequencing,
            Variables = variables,
            Tables = [.. draft.Tables],
            Rows = [.. draft.Rows],
            Claims = [.. draft.Claims],
            NotPrintedAsText = [],
            Remarks = [.. draft.Remarks],
        };
    }
}
