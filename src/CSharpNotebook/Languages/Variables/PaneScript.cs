namespace CSharpNotebook.Languages.Variables;

/// <summary>
/// Puts the table of the variables beside the notebook where the page is the classic notebook, which gives scripts a channel to the kernel.
/// Elsewhere the table stays in its output, as it does without scripts.
/// </summary>
internal static class PaneScript
{
    /// <summary>The name of the channel.</summary>
    public const string Target = "csharpnotebook.variables";

    // The pane is there once in a page. A click on a variable asks for its value, and a page of a frame has buttons for the next.
    private const string Source = """
        (function(){
        if(!window.Jupyter||!Jupyter.notebook)return;
        var tables=document.querySelectorAll('.csharpnotebook-variables'),own=tables[tables.length-1];
        var pane=document.getElementById('csharpnotebook-pane'),state=window.csharpnotebookPane=window.csharpnotebookPane||{};
        function add(parent,tag,name,text){var e=document.createElement(tag);e.className=name;if(text)e.textContent=text;parent.appendChild(e);return e;}
        function place(){var site=document.getElementById('site'),top=site.getBoundingClientRect().top;
        pane.style.top=top+'px';site.style.paddingRight=pane.hidden?'':'calc(min(38vw, 36em))';}
        if(!pane){
        pane=document.createElement('aside');pane.id='csharpnotebook-pane';pane.setAttribute('aria-label','Variables');
        pane.style.cssText='position:fixed;right:0;bottom:0;width:min(38vw,36em);overflow:auto;z-index:5;padding:.6em .8em;box-sizing:border-box;background:#fff;color:#1a1a1a;border-left:1px solid #bfbfbf;font-size:13px';
        var style=add(pane,'style','');
        style.textContent='#csharpnotebook-pane table{width:100%;border-collapse:collapse;font-size:12px}#csharpnotebook-pane td,#csharpnotebook-pane th{padding:2px 6px;border-bottom:1px solid #e5e5e5;vertical-align:top}#csharpnotebook-pane td{overflow-wrap:break-word}#csharpnotebook-pane .table>table td:nth-child(3){white-space:nowrap}#csharpnotebook-pane [data-variable]{color:#0060a8;cursor:pointer;text-decoration:underline}#csharpnotebook-pane .value{margin-top:1em;overflow:auto}';
        var head=add(pane,'div','head'),close=add(head,'button','close','\u00d7');
        close.title='Close';close.onclick=function(){pane.hidden=true;place();};
        add(head,'strong','','Variables');
        add(pane,'div','table');add(pane,'div','value');
        document.body.appendChild(pane);
        window.addEventListener('resize',place);
        pane.addEventListener('click',function(event){
        var name=event.target.getAttribute('data-variable');
        if(name!==null)ask(name,+(event.target.getAttribute('data-start')||0));});
        Jupyter.notebook.events.on('kernel_ready.Kernel',function(){state.comm=null;connect();});
        }
        function ask(name,start){if(state.comm){state.asked={name:name,start:start};state.comm.send({show:name,start:start});}}
        function show(html,rows){
        var value=pane.querySelector('.value'),asked=state.asked||{};value.textContent='';
        var head=add(value,'div','');add(head,'strong','',asked.name);
        function step(text,start){var b=add(head,'button','',text);b.setAttribute('data-variable',asked.name);b.setAttribute('data-start',start);b.style.marginLeft='.6em';}
        if(rows&&asked.start>0)step('Previous',Math.max(0,asked.start-20));
        if(rows>asked.start+20)step('Next',asked.start+20);
        add(value,'div','').innerHTML=html;}
        function connect(){
        var kernel=Jupyter.notebook.kernel;
        if(state.comm||!kernel||!kernel.is_connected())return;
        state.comm=kernel.comm_manager.new_comm('csharpnotebook.variables',{});
        state.comm.on_msg(function(message){var data=message.content.data;
        if(data.table!==undefined)pane.querySelector('.table').innerHTML=data.table;
        if(data.value!==undefined)show(data.value,data.rows);});
        state.comm.on_close(function(){state.comm=null;});}
        if(own){pane.querySelector('.table').innerHTML=own.innerHTML;own.hidden=true;
        var note=own.parentNode.querySelector('.csharpnotebook-note');if(note)note.hidden=false;}
        pane.hidden=false;place();connect();
        })();
        """;

    /// <summary>The output: the table, and the script.</summary>
    public static string Around(string table) => $"""
        <div class="csharpnotebook-variables">{table}</div>
        <p class="csharpnotebook-note" hidden>The variables are shown beside the notebook.</p>
        <script>{Source.Replace("csharpnotebook.variables", Target, StringComparison.Ordinal)}</script>
        """.ReplaceLineEndings("\n");
}
