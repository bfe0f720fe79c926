namespace SurvivalKit.Sources.Tests;

/// <summary>Files that break off or hold what cannot be: one sentence, never another exception, never a shorter table.</summary>
public class DamagedFileTests
{
    public static TheoryData<string> Files =>
    [
        "clinic.sav", "clinic-plain.sav", "clinic.zsav", "clinic-8.dta", "clinic-13.dta", "clinic-14.dta", "clinic-5.xpt", "clinic-8.xpt",
        "foreign.dta", "trial.xlsx", "clinic.parquet", "clinic.arrow", "clinic.xpt",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_that_breaks_off_is_one_sentence(string file) => RandomSeed.Run(seed =>
    {
        byte[] whole = Bytes(file);
        var random = new Random(seed);
        int[] ends = [0, 1, 79, 81, .. Enumerable.Range(0, 200).Select(_ => random.Next(whole.Length))];

        // Version 5 of SAS's format does not say how many rows there are, nor does haven in version 8: a file that ends with a record
        // may have ended there. Ours say it.
        bool isTold = file is not ("clinic-5.xpt" or "clinic-8.xpt");
        foreach (int end in ends.Where(end => end < whole.Length - Slack(file) && (isTold || end % 80 != 0)))
        {
            SurvivalDataException e = Assert.Throws<SurvivalDataException>(
                () => DataFile.Read(new MemoryStream(whole[..end]), file));
            Assert.StartsWith(file, e.Message);
            Assert.EndsWith(".", e.Message);
            Assert.DoesNotContain("\n", e.Message);
        }
    });

    [Theory]
    [MemberData(nameof(Files))]
    public void Wrong_bytes_give_a_table_or_one_sentence(string file) => RandomSeed.Run(seed =>
    {
        byte[] whole = Bytes(file);
        var random = new Random(seed);
        for (int trial = 0; trial < 300; trial++)
        {
            byte[] bytes = [.. whole];
            for (int i = 0; i < 1 + (trial % 4); i++)
            {
                bytes[random.Next(trial % 2 == 0 ? Math.Min(bytes.Length, 1000) : bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                Assert.True(DataFile.Read(new MemoryStream(bytes), file).Columns.Count > 0);
            }
            catch (SurvivalDataException e)
            {
                Assert.StartsWith(file, e.Message);
            }
        }
    });

    [Fact]
    public void A_gzipped_file_that_breaks_off_is_one_sentence()
    {
        byte[] zipped = DataFile.ToBytes(Fixture.Read("clinic.csv"), "clinic.parquet.gz");
        Assert.Equal(6, DataFile.Read(new MemoryStream(zipped), "clinic.parquet.gz").Rows.Count);
        Assert.Throws<SurvivalDataException>(
            () => DataFile.Read(new MemoryStream(zipped[..(zipped.Length / 2)]), "clinic.parquet.gz"));
    }

    [Theory]
    [InlineData("trial.sas7bdat")]
    [InlineData("trial.rds")]
    [InlineData("trial.docx")]
    public void A_kind_that_is_not_known_is_one_sentence(string name) =>
        Assert.Contains("cannot be read; one of .csv", Assert.Throws<SurvivalDataException>(() => DataFile.Read(name)).Message);

    [Fact]
    public void A_kind_that_cannot_be_written_is_one_sentence() =>
        Assert.Contains(
            "cannot be written; one of .csv, .tsv, .tab, .txt, .dat, .xpt, .parquet, .arrow, .feather, .ipc was expected.",
            Assert.Throws<SurvivalDataException>(() => DataFile.Write(Fixture.Read("clinic.csv"), "x.sav")).Message);

    [Fact]
    public void A_file_that_is_of_another_kind_is_one_sentence()
    {
        foreach (string name in (string[])["a.sav", "a.dta", "a.xpt", "a.xlsx", "a.parquet", "a.arrow"])
        {
            SurvivalDataException e = Assert.Throws<SurvivalDataException>(
                () => DataFile.Read(new MemoryStream("time,status\n1,0\n"u8.ToArray()), name));
            Assert.StartsWith(name + ": ", e.Message);
        }
    }

    // The bytes at the end of a file that may lack without harm, or without a sign.
    private static int Slack(string file) => file switch
    {
        // What follows the labels of a Stata file says nothing.
        "clinic-13.dta" or "clinic-14.dta" => "alue_labels></stata_dta>".Length,

        // Before version 13 nothing says how many sets of labels there are.
        "clinic-8.dta" => 350,
        "foreign.dta" => 80,
        _ => 0,
    };

    private static byte[] Bytes(string file) => file is "clinic.parquet" or "clinic.arrow" or "clinic.xpt"
        ? DataFile.ToBytes(Fixture.Read("clinic-14.dta"), file)
        : File.ReadAllBytes(Fixture.PathOf(file));
}
