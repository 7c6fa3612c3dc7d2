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
    <rule key="{view-0-0}" filter="(level) = 0.95" label="Front line runs here: chance 95 in 100" symbol="0"/>
    <rule key="{view-0-1}" filter="(level) = 0.8" label="Front line runs here: chance 80 in 100" symbol="1"/>
    <rule key="{view-0-2}" filter="(level) = 0.5" label="Front line runs here: chance 50 in 100" symbol="2"/>
    <rule key="{view-0-3}" filter="ELSE" label="other" symbol="3"/>
   </rule>
   <rule key="{view-1}" filter="&quot;view&quot; = 'independent'" label="Independent" checkstate="0">
    <rule key="{view-1-0}" filter="(level) = 0.95" label="Front line runs here: chance 95 in 100" symbol="4"/>
    <rule key="{view-1-1}" filter="(level) = 0.8" label="Front line runs here: chance 80 in 100" symbol="5"/>
    <rule key="{view-1-2}" filter="(level) = 0.5" label="Front line runs here: chance 50 in 100" symbol="6"/>
    <rule key="{view-1-3}" filter="ELSE" label="other" symbol="7"/>
   </rule>
  </rules>
  <symbols>
   <symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,236,170,60"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,236,170,75"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,236,170,120"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,236,170,60"/>
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
      <Option type="QString" name="color" value="255,236,170,60"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="5" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,236,170,75"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="6" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,236,170,120"/>
      <Option type="QString" name="style" value="solid"/>
      <Option type="QString" name="outline_color" value="0,0,0,0"/>
      <Option type="QString" name="outline_style" value="no"/>
      <Option type="QString" name="outline_width" value="0.2"/>
      <Option type="QString" name="outline_width_unit" value="MM"/>
      <Option type="QString" name="joinstyle" value="round"/>
     </Option>
    </layer>
   </symbol>
   <symbol type="fill" name="7" alpha="1" clip_to_extent="1" force_rhr="0">
    <layer class="SimpleFill" pass="0" enabled="1" locked="0">
     <Option type="Map">
      <Option type="QString" name="color" value="255,236,170,60"/>
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
