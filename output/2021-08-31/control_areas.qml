<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="0">
 <temporal enabled="1" mode="2" startField="valid_from" endField="valid_to" limitMode="0" accumulate="0" fixedDuration="0" durationField="" durationUnit="min" startExpression="" endExpression="">
  <fixedRange>
   <start></start>
   <end></end>
  </fixedRange>
 </temporal>
 <renderer-v2 type="RuleRenderer" forceraster="0" symbollevels="0" enableorderby="0" referencescale="-1">
  <rules key="{views}">
   <rule key="{view-0}" filter="&quot;view&quot; = 'assessed'" label="Assessed" checkstate="1">
    <rule key="{view-0-0}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'taliban'" label="Held by Taliban" symbol="0"/>
    <rule key="{view-0-1}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'nrf'" label="Held by National Resistance Front (NRF)" symbol="1"/>
    <rule key="{view-0-2}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'contested nrf taliban'" label="Contested: NRF, Taliban" symbol="2"/>
    <rule key="{view-0-3}" filter="ELSE" label="other" symbol="3"/>
   </rule>
   <rule key="{view-1}" filter="&quot;view&quot; = 'claimed:nrf'" label="Claimed by or for National Resistance Front" checkstate="0">
    <rule key="{view-1-0}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'taliban'" label="Held by Taliban" symbol="4"/>
    <rule key="{view-1-1}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'nrf'" label="Held by National Resistance Front (NRF)" symbol="5"/>
    <rule key="{view-1-2}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'contested nrf taliban'" label="Contested: NRF, Taliban" symbol="6"/>
    <rule key="{view-1-3}" filter="ELSE" label="other" symbol="7"/>
   </rule>
   <rule key="{view-2}" filter="&quot;view&quot; = 'claimed:taliban'" label="Claimed by or for Taliban" checkstate="0">
    <rule key="{view-2-0}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'taliban'" label="Held by Taliban" symbol="8"/>
    <rule key="{view-2-1}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'nrf'" label="Held by National Resistance Front (NRF)" symbol="9"/>
    <rule key="{view-2-2}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'contested nrf taliban'" label="Contested: NRF, Taliban" symbol="10"/>
    <rule key="{view-2-3}" filter="ELSE" label="other" symbol="11"/>
   </rule>
   <rule key="{view-3}" filter="&quot;view&quot; = 'independent'" label="Independent" checkstate="0">
    <rule key="{view-3-0}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'taliban'" label="Held by Taliban" symbol="12"/>
    <rule key="{view-3-1}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'nrf'" label="Held by National Resistance Front (NRF)" symbol="13"/>
    <rule key="{view-3-2}" filter="(CASE WHEN &quot;status&quot; = 'contested' THEN concat('contested ', &quot;parties&quot;) ELSE &quot;party&quot; END) = 'contested nrf taliban'" label="Contested: NRF, Taliban" symbol="14"/>
    <rule key="{view-3-3}" filter="ELSE" label="other" symbol="15"/>
   </rule>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="46,125,50,90"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="46,125,50,150"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="21,101,192,90"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="21,101,192,150"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,255,255,140"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
    <layer class="LinePatternFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="45"/>
      <Option type="QString" name="distance" value="2.2"/>
      <Option type="QString" name="distance_unit" value="MM"/>
      <Option type="QString" name="offset" value="0.0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
     </Option>
     <symbol type="line" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="line_color" value="21,101,192,190"/>
        <Option type="QString" name="line_style" value="solid"/>
        <Option type="QString" name="line_width" value="0.6"/>
        <Option type="QString" name="line_width_unit" value="MM"/>
        <Option type="QString" name="capstyle" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
        <Option type="QString" name="use_custom_dash" value="0"/>
        <Option type="QString" name="customdash" value="5;2"/>
        <Option type="QString" name="customdash_unit" value="MM"/>
       </Option>
      </layer>
     </symbol>
    </layer>
    <layer class="LinePatternFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="45"/>
      <Option type="QString" name="distance" value="2.2"/>
      <Option type="QString" name="distance_unit" value="MM"/>
      <Option type="QString" name="offset" value="1.1"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
     </Option>
     <symbol type="line" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="line_color" value="46,125,50,190"/>
        <Option type="QString" name="line_style" value="solid"/>
        <Option type="QString" name="line_width" value="0.6"/>
        <Option type="QString" name="line_width_unit" value="MM"/>
        <Option type="QString" name="capstyle" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
        <Option type="QString" name="use_custom_dash" value="0"/>
        <Option type="QString" name="customdash" value="5;2"/>
        <Option type="QString" name="customdash_unit" value="MM"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="158,158,158,70"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="4" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="46,125,50,90"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="46,125,50,150"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="21,101,192,90"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="21,101,192,150"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,255,255,140"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
    <layer class="LinePatternFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="45"/>
      <Option type="QString" name="distance" value="2.2"/>
      <Option type="QString" name="distance_unit" value="MM"/>
      <Option type="QString" name="offset" value="0.0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
     </Option>
     <symbol type="line" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="line_color" value="21,101,192,190"/>
        <Option type="QString" name="line_style" value="solid"/>
        <Option type="QString" name="line_width" value="0.6"/>
        <Option type="QString" name="line_width_unit" value="MM"/>
        <Option type="QString" name="capstyle" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
        <Option type="QString" name="use_custom_dash" value="0"/>
        <Option type="QString" name="customdash" value="5;2"/>
        <Option type="QString" name="customdash_unit" value="MM"/>
       </Option>
      </layer>
     </symbol>
    </layer>
    <layer class="LinePatternFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="45"/>
      <Option type="QString" name="distance" value="2.2"/>
      <Option type="QString" name="distance_unit" value="MM"/>
      <Option type="QString" name="offset" value="1.1"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
     </Option>
     <symbol type="line" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="line_color" value="46,125,50,190"/>
        <Option type="QString" name="line_style" value="solid"/>
        <Option type="QString" name="line_width" value="0.6"/>
        <Option type="QString" name="line_width_unit" value="MM"/>
        <Option type="QString" name="capstyle" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
        <Option type="QString" name="use_custom_dash" value="0"/>
        <Option type="QString" name="customdash" value="5;2"/>
        <Option type="QString" name="customdash_unit" value="MM"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="fill" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="158,158,158,70"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="8" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="46,125,50,90"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="46,125,50,150"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="9" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="21,101,192,90"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="21,101,192,150"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="10" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,255,255,140"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
    <layer class="LinePatternFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="45"/>
      <Option type="QString" name="distance" value="2.2"/>
      <Option type="QString" name="distance_unit" value="MM"/>
      <Option type="QString" name="offset" value="0.0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
     </Option>
     <symbol type="line" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="line_color" value="21,101,192,190"/>
        <Option type="QString" name="line_style" value="solid"/>
        <Option type="QString" name="line_width" value="0.6"/>
        <Option type="QString" name="line_width_unit" value="MM"/>
        <Option type="QString" name="capstyle" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
        <Option type="QString" name="use_custom_dash" value="0"/>
        <Option type="QString" name="customdash" value="5;2"/>
        <Option type="QString" name="customdash_unit" value="MM"/>
       </Option>
      </layer>
     </symbol>
    </layer>
    <layer class="LinePatternFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="45"/>
      <Option type="QString" name="distance" value="2.2"/>
      <Option type="QString" name="distance_unit" value="MM"/>
      <Option type="QString" name="offset" value="1.1"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
     </Option>
     <symbol type="line" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="line_color" value="46,125,50,190"/>
        <Option type="QString" name="line_style" value="solid"/>
        <Option type="QString" name="line_width" value="0.6"/>
        <Option type="QString" name="line_width_unit" value="MM"/>
        <Option type="QString" name="capstyle" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
        <Option type="QString" name="use_custom_dash" value="0"/>
        <Option type="QString" name="customdash" value="5;2"/>
        <Option type="QString" name="customdash_unit" value="MM"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="fill" name="11" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="158,158,158,70"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="12" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="46,125,50,90"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="46,125,50,150"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="13" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="21,101,192,90"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="21,101,192,150"/>
      <Option type="QString" name="outline_style" value="solid"/>
      <Option type="QString" name="outline_width" value="0.15"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="14" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,255,255,140"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
    <layer class="LinePatternFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="45"/>
      <Option type="QString" name="distance" value="2.2"/>
      <Option type="QString" name="distance_unit" value="MM"/>
      <Option type="QString" name="offset" value="0.0"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
     </Option>
     <symbol type="line" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="line_color" value="21,101,192,190"/>
        <Option type="QString" name="line_style" value="solid"/>
        <Option type="QString" name="line_width" value="0.6"/>
        <Option type="QString" name="line_width_unit" value="MM"/>
        <Option type="QString" name="capstyle" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
        <Option type="QString" name="use_custom_dash" value="0"/>
        <Option type="QString" name="customdash" value="5;2"/>
        <Option type="QString" name="customdash_unit" value="MM"/>
       </Option>
      </layer>
     </symbol>
    </layer>
    <layer class="LinePatternFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="angle" value="45"/>
      <Option type="QString" name="distance" value="2.2"/>
      <Option type="QString" name="distance_unit" value="MM"/>
      <Option type="QString" name="offset" value="1.1"/>
      <Option type="QString" name="offset_unit" value="MM"/>
      <Option type="QString" name="line_width" value="0.6"/>
      <Option type="QString" name="line_width_unit" value="MM"/>
     </Option>
     <symbol type="line" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
      <layer class="SimpleLine" pass="0" enabled="1" locked="0">
       <Option type="Map">
        <Option type="QString" name="line_color" value="46,125,50,190"/>
        <Option type="QString" name="line_style" value="solid"/>
        <Option type="QString" name="line_width" value="0.6"/>
        <Option type="QString" name="line_width_unit" value="MM"/>
        <Option type="QString" name="capstyle" value="flat"/>
        <Option type="QString" name="joinstyle" value="round"/>
        <Option type="QString" name="use_custom_dash" value="0"/>
        <Option type="QString" name="customdash" value="5;2"/>
        <Option type="QString" name="customdash_unit" value="MM"/>
       </Option>
      </layer>
     </symbol>
    </layer>
   </symbol>
   <symbol type="fill" name="15" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="158,158,158,70"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <previewExpression>&quot;summary&quot;</previewExpression>
 <mapTip>&lt;div style=&quot;width:380px&quot;&gt;&lt;p&gt;[% &quot;summary&quot; %]&lt;/p&gt;&lt;/div&gt;</mapTip>
 <fieldConfiguration/>
 <layerGeometryType>2</layerGeometryType>
</qgis>
